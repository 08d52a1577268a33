package dev.campanile.rendering;

import dev.campanile.contracts.Reason;

/** One message in the shape of its channel, or why there is none. */
public sealed interface RenderResult {

  record Ready(Body body) implements RenderResult {}

  /**
   * Not to be sent.
   *
   * @param reason {@code TEMPLATE_MISSING_VARIABLE}, {@code TEMPLATE_ABORTED} or {@code
   *     TEMPLATE_ERROR}
   * @param detail the missing variable's name, the author's reason, or what is wrong
   */
  record Refused(Reason reason, String detail) implements RenderResult {}
}
