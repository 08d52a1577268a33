package dev.campanile.rendering;

/** Until when a rendering must have ended, by the clock that only runs forward. */
record Deadline(long nanos) {

  static Deadline start() {
    return new Deadline(System.nanoTime() + Limits.TIME.toNanos());
  }

  void check() {
    if (System.nanoTime() - nanos > 0) {
      throw new TemplateFault("rendering takes longer than " + Limits.TIME.toMillis() + " ms");
    }
  }
}
