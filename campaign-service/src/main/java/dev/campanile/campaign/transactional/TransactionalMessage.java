package dev.campanile.campaign.transactional;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.campaign.run.MessageState;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.MessageId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that was asked for, as far as this service was told.
 *
 * @param reason why it was skipped, deferred or failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransactionalMessage(
    MessageId messageId,
    ContentRef content,
    Category category,
    MessageState state,
    @Nullable String channel,
    @Nullable String reason,
    Instant requestedAt,
    Instant expiresAt,
    Instant stateAt,
    Map<String, String> links) {}
