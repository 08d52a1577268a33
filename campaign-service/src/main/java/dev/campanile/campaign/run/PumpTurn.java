package dev.campanile.campaign.run;

import dev.campanile.campaign.sending.SendingState;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.RunControl;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run that the pump has to itself for a moment.
 *
 * @param lastBucket the bucket that was served last
 * @param unanswered messages the gateway was asked for and has not answered
 * @param cancelReason what a cancelled run's pending messages are skipped with
 * @param headers the launch's trace
 */
record PumpTurn(
    Category category,
    int lastBucket,
    long unanswered,
    RunControl.State control,
    @Nullable Reason cancelReason,
    SendingState sending,
    Map<String, String> headers) {

  PumpTurn {
    headers = Map.copyOf(headers);
  }

  /** Why pending messages are skipped for good; null when they are not. */
  @Nullable Reason skips() {
    if (cancelReason != null) {
      return cancelReason;
    }
    return sending == SendingState.KILLED ? Reason.KILLED : null;
  }

  boolean waits() {
    return control == RunControl.State.PAUSED || sending == SendingState.PAUSED;
  }
}
