package dev.campanile.runtime.http;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from one that said no. */
final class Unreachable {

  /** As many causes as exceptions of ours are nested, and an end to those that nest themselves. */
  private static final int DEEPEST = 20;

  private Unreachable() {}

  static boolean isWhy(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLException sql && isAway(sql)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /**
   * Class 08 is a connection that could not be made or broke, 57P01 to 57P03 a server that stops or
   * starts, 53300 one with too many clients. The pool's own time-out has no state at all.
   */
  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || (state == null ? isThePools(failure.getMessage()) : isAway(state));
  }

  private static boolean isAway(String state) {
    return state.startsWith("08") || state.startsWith("57P0") || state.equals("53300");
  }

  private static boolean isThePools(@Nullable String message) {
    return message != null
        && (message.contains("acquisition timeout") || message.contains("Unable to acquire"));
  }
}
