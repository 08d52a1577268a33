package dev.campanile.gateway.gate;

import dev.campanile.contracts.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A check's no. Its detail is a sentence for a person and never holds an address. */
sealed interface Refusal {

  Reason reason();

  String detail();

  /** When it would end, where that is known. */
  @Nullable Instant until();

  /** Not now: ask again then. */
  record NotYet(Reason reason, String detail, Instant until) implements Refusal {}

  /** Not this way. The end, when known, comes too late to wait for. */
  record No(Reason reason, String detail, @Nullable Instant until) implements Refusal {

    No(Reason reason, String detail) {
      this(reason, detail, null);
    }
  }
}
