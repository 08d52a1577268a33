package dev.campanile.gateway.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The questions put to a message, or to one of its channels, up to the first no. */
final class Hearing {

  private final List<Question> passed = new ArrayList<>();
  private @Nullable Question failed;
  private @Nullable Refusal refusal;

  /** Is not asked any more after a no. */
  void put(Question question, Supplier<@Nullable Refusal> answer) {
    if (refusal != null) {
      return;
    }
    refusal = answer.get();
    if (refusal == null) {
      passed.add(question);
    } else {
      failed = question;
    }
  }

  @Nullable Refusal refusal() {
    return refusal;
  }

  List<Question> passed() {
    return passed;
  }

  Trace.@Nullable Refused refused() {
    return failed == null || refusal == null
        ? null
        : new Trace.Refused(failed, refusal.reason(), refusal.detail(), refusal.until());
  }
}
