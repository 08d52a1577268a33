package dev.campanile.rendering;

import dev.campanile.contracts.Reason;
import dev.campanile.rendering.RenderResult.Refused;
import java.util.function.Supplier;

/** Reads what liqp throws: it wraps our own reasons, and tells its own as plain exceptions. */
final class Faults {

  private static final int LONGEST = 300;

  private Faults() {}

  static RenderResult guarded(Supplier<RenderResult> rendering) {
    try {
      return rendering.get();
    } catch (RuntimeException e) {
      return refused(e);
    } catch (StackOverflowError _) {
      return error("the template is nested too deeply");
    }
  }

  /** For what is only looked at. */
  static void ignored(Runnable looking) {
    try {
      looking.run();
    } catch (RuntimeException | StackOverflowError _) {
      // Rendering it says what is wrong.
    }
  }

  private static Refused refused(RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case MissingVariable missing -> {
          return new Refused(Reason.TEMPLATE_MISSING_VARIABLE, missing.name());
        }
        case TemplateAborted aborted -> {
          return new Refused(Reason.TEMPLATE_ABORTED, aborted.reason());
        }
        case TemplateFault fault -> {
          return error(String.valueOf(fault.getMessage()));
        }
        default -> {}
      }
    }
    return error(String.valueOf(thrown.getMessage()));
  }

  static Refused error(String what) {
    String line = what.lines().findFirst().orElse("");
    return new Refused(
        Reason.TEMPLATE_ERROR, line.length() > LONGEST ? line.substring(0, LONGEST) : line);
  }
}
