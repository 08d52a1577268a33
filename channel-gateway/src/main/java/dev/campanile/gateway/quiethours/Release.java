package dev.campanile.gateway.quiethours;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a message may go, as far as the hour is concerned. */
public sealed interface Release {

  record Now() implements Release {}

  /**
   * @param why such as {@code 09:00–20:00 in Asia/Tokyo; it is Tuesday 21:14 there}
   */
  record Later(Instant at, String why) implements Release {}

  /**
   * @param opening the next allowed instant, when there is one; it comes too late
   */
  record Never(@Nullable Instant opening, String why) implements Release {}
}
