package dev.campanile.gateway.twilio;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.MessageId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hand-off to Twilio whose answer is not known.
 *
 * @param bodyHash none when the text was Twilio's own, of a template
 * @param handedOverAt by the wall clock, as Twilio's times are; none when it was before the ledger
 *     kept it
 */
record Lost(
    MessageId message,
    int attempt,
    Channel channel,
    String address,
    ContentRef content,
    @Nullable UUID bodyHash,
    @Nullable Instant handedOverAt) {}
