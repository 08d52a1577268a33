package dev.campanile.runtime.database;

import org.jdbi.v3.core.Handle;

/**
 * For statements that change a few hundred rows of a large table by their keys. A connection keeps
 * a plan it made when the table was small, and would read all of it ever after.
 */
public final class LookUps {

  private static final String BY_INDEX =
      "set local enable_seqscan = off; set local enable_hashjoin = off;"
          + " set local enable_mergejoin = off";

  private LookUps() {}

  /** Until the end of the transaction each key is looked up in an index. */
  public static void byIndex(Handle handle) {
    handle.execute(BY_INDEX);
  }
}
