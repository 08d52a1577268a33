package dev.campanile.runtime.log;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Lets every line through, without the addresses in it. Our own lines name none; this is for those
 * of others, which quote what they were given.
 */
@LoggingFilter(name = "addresses")
public final class AddressFilter implements Filter {

  @Override
  public boolean isLoggable(LogRecord entry) {
    ExtLogRecord line = ExtLogRecord.wrap(entry);
    String said = line.getFormattedMessage();
    if (said != null) {
      String masked = MaskedText.of(said);
      if (!masked.equals(said)) {
        line.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
        if (line != entry) {
          entry.setMessage(masked);
        }
        entry.setParameters(null);
      }
    }
    Throwable thrown = entry.getThrown();
    if (thrown != null && !(thrown instanceof MaskedThrowable) && namesAnybody(thrown, 0)) {
      entry.setThrown(MaskedThrowable.of(thrown));
    }
    return true;
  }

  private static boolean namesAnybody(Throwable thrown, int depth) {
    String text = thrown.toString();
    if (!MaskedText.of(text).equals(text)) {
      return true;
    }
    for (Throwable besides : thrown.getSuppressed()) {
      if (depth < 10 && namesAnybody(besides, depth + 1)) {
        return true;
      }
    }
    Throwable cause = thrown.getCause();
    return cause != null && depth < 10 && namesAnybody(cause, depth + 1);
  }
}
