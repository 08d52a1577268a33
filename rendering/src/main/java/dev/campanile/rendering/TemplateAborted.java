package dev.campanile.rendering;

/** The author's {@code abort} tag was reached. */
final class TemplateAborted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  TemplateAborted(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
