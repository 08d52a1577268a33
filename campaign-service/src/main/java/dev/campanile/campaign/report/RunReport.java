package dev.campanile.campaign.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.RunId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run. Every number is counted from rows of its own, none is what others leave over.
 *
 * @param messagesPerSecond how fast it is to be sent; none for as fast as it goes
 * @param planned members, as the completed buckets of the audience say
 * @param audienceComplete whether all buckets said so and their rows agree: {@code planned} is
 *     final
 * @param unreconciled members whose message is in no book, or rows that no bucket tells of, over
 *     the completed buckets
 * @param confirmed what providers told afterwards; plain SMTP tells nothing
 * @param note what to know beyond the numbers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunReport(
    String campaign,
    RunId runId,
    RunState state,
    Instant launchedAt,
    long secondsSinceLaunch,
    ContentRef content,
    String segment,
    @Nullable Integer messagesPerSecond,
    long planned,
    boolean audienceComplete,
    Books books,
    long unreconciled,
    Map<String, Long> acceptedByChannel,
    Map<String, Long> skippedByReason,
    Map<String, Long> deferredByReason,
    Map<String, Long> failedByReason,
    Map<String, Long> confirmed,
    Map<String, Map<String, Long>> confirmedByChannel,
    ReadingReport readings,
    @Nullable String note,
    Map<String, String> links) {

  /**
   * Each message is in exactly one.
   *
   * @param pending not yet asked of the gateway
   * @param requested asked, unanswered
   * @param accepted handed over, whatever followed
   * @param unknown may have left, being reconciled
   * @param uncertain may have left, and nobody will ever know
   */
  public record Books(
      long pending,
      long requested,
      long skipped,
      long deferred,
      long accepted,
      long failed,
      long unknown,
      long uncertain) {}
}
