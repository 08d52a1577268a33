package dev.campanile.gateway.email;

import java.util.List;

/**
 * One mail to one recipient, checked: whatever is sent of it can harm neither the dialogue nor the
 * header.
 *
 * @param id its Message-ID
 * @param headers without what its form asks for
 */
record Mail(
    String id, Mailbox from, Mailbox to, List<HeaderField> headers, String text, String html) {}
