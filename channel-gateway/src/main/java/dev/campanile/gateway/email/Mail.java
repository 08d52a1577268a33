package dev.campanile.gateway.email;

import dev.campanile.rendering.Utf8Text;
import java.util.List;

/**
 * One mail to one recipient, checked: whatever is sent of it can harm neither the dialogue nor the
 * header.
 *
 * @param id its Message-ID
 * @param headers without what its form asks for
 */
record Mail(
    String id, Mailbox from, Mailbox to, List<HeaderField> headers, Utf8Text text, Utf8Text html) {}
