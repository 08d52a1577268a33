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
 * @param notedAt by the wall clock, as Twilio's times are
 */
record Lost(
    MessageId message,
    int attempt,
    Channel channel,
    String address,
    ContentRef content,
    @Nullable UUID bodyHash,
    @Nullable Instant notedAt) {}
