package dev.campanile.gateway.gate;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Says in the words of the rules what came of a message. */
final class DecisionAssert extends AbstractAssert<DecisionAssert, Decision> {

  DecisionAssert(Decision decision) {
    super(decision, DecisionAssert.class);
    as("decided %s", decision);
  }

  DecisionAssert goesTo(Channel channel, String address) {
    return verdictIs(new Verdict.Send(channel, address));
  }

  DecisionAssert isSkipped(Channel channel, Reason reason) {
    return verdictIs(new Verdict.Skip(channel, reason));
  }

  DecisionAssert isSkippedAltogether(Reason reason) {
    return verdictIs(new Verdict.Skip(null, reason));
  }

  DecisionAssert waits(Channel channel, Reason reason, Instant until) {
    return verdictIs(new Verdict.Defer(channel, reason, until));
  }

  DecisionAssert waitsAltogether(Reason reason, Instant until) {
    return verdictIs(new Verdict.Defer(null, reason, until));
  }

  /** Some refusal of the trace says so. */
  DecisionAssert because(String detail) {
    if (refusals().noneMatch(it -> it.detail().contains(detail))) {
      failWithMessage("Expected a refusal that says <%s> in %s", detail, actual.trace());
    }
    return this;
  }

  private DecisionAssert verdictIs(Verdict expected) {
    if (!actual.verdict().equals(expected)) {
      failWithActualExpectedAndMessage(actual.verdict(), expected, "Another verdict");
    }
    return this;
  }

  private Stream<Trace.Refused> refusals() {
    return Stream.concat(
            Stream.ofNullable(actual.trace().refused()),
            actual.trace().candidates().stream().map(Trace.Candidate::refused))
        .filter(Objects::nonNull);
  }
}
