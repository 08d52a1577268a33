package dev.campanile.benchmarks.sink;

/** One side of a connection, as bytes; called on one thread only. */
interface Conversation {

  /** The connection is there; whoever speaks first does so now. */
  void begins(Answer answer);

  /**
   * Looks at what came.
   *
   * @return up to where it was understood; {@code from} when more is needed first
   */
  int hears(byte[] bytes, int from, int limit, Answer answer);

  /** How to react. */
  interface Answer {
    void say(byte[] text);

    /** Nothing is said or heard for so long. */
    void pause(long millis);

    /** Ends the connection after what was said. */
    void hangUp();
  }
}
