package dev.campanile.gateway.gate;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the gate makes of one message; each refusal names its reason. */
public sealed interface Verdict {

  /** Hand off on this channel to this address. */
  record Send(Channel channel, String address) implements Verdict {}

  /** Ask again then, from the top. */
  record Defer(@Nullable Channel channel, Reason reason, Instant until) implements Verdict {}

  /** Never. */
  record Skip(@Nullable Channel channel, Reason reason) implements Verdict {}
}
