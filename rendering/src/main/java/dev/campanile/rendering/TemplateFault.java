package dev.campanile.rendering;

/** A template that must not be sent: wrong, unsafe, or beyond its limits. Says what to mend. */
final class TemplateFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TemplateFault(String what) {
    super(what, null, false, false);
  }
}
