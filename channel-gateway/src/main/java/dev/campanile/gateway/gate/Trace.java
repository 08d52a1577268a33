package dev.campanile.gateway.gate;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the gate came to its verdict: every question asked, in order. Stored as JSON with the
 * message.
 *
 * @param cardVersion of the card it was decided on; none when there was no card
 * @param passed what the message as a whole passed
 * @param refused what the message as a whole failed; then no channel was looked at
 * @param candidates the channels looked at, in the plan's order
 * @param passedOver entries of the plan that were no candidates
 */
public record Trace(
    Instant decidedAt,
    @Nullable Long cardVersion,
    List<Question> passed,
    @Nullable Refused refused,
    List<Candidate> candidates,
    List<PassedOver> passedOver) {

  public Trace {
    passed = List.copyOf(passed);
    candidates = List.copyOf(candidates);
    passedOver = List.copyOf(passedOver);
  }

  /**
   * @param detail a sentence for a person, without the address
   * @param until when it would end, where that is known
   */
  public record Refused(Question question, Reason reason, String detail, @Nullable Instant until) {}

  /**
   * One channel of the plan.
   *
   * @param address masked; none when the customer has none there
   * @param refused none when the message goes here
   */
  public record Candidate(
      Channel channel, @Nullable String address, List<Question> passed, @Nullable Refused refused) {

    public Candidate {
      passed = List.copyOf(passed);
    }
  }

  public record PassedOver(PlannedChannel planned, String detail) {}
}
