package dev.campanile.rendering;

/** Hears of every variable that a rendering asks for. */
interface Lookups {

  /** What is missing stops the message. */
  Lookups STRICT =
      new Lookups() {
        @Override
        public boolean strict() {
          return true;
        }

        @Override
        public void used(String root, String name) {}

        @Override
        public void bound(String root) {}

        @Override
        public void missing(String name) {
          throw new MissingVariable(name);
        }
      };

  /** Whether what is wrong stops the rendering. */
  boolean strict();

  /**
   * A variable was read.
   *
   * @param root its first part, {@code order} of {@code order.number}
   * @param name as written
   */
  void used(String root, String name);

  /** The template itself made a variable: by assignment, capture or loop. */
  void bound(String root);

  /** A required variable is not there; where this returns, it counts as empty. */
  void missing(String name);
}
