package dev.campanile.local.postgres;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Ends the server when this process dies without a chance to do so. A shell waits for the end of
 * its input, which comes when this process is gone, however it went.
 */
final class ParentDeathGuard implements AutoCloseable {
  /** Stops the server only while the file still names it: its id may be reused later. */
  private static final String WATCH =
      """
      trap '' INT HUP
      while read -r _; do :; done
      if [ "$(head -n 1 "$1" 2>/dev/null)" = "$2" ]; then kill -INT "$2"; fi
      """;

  private final Process shell;

  private ParentDeathGuard(Process shell) {
    this.shell = shell;
  }

  static ParentDeathGuard over(ProcessHandle server, Path postmasterFile) throws IOException {
    return new ParentDeathGuard(
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                WATCH,
                "campanile-postgres-guard",
                postmasterFile.toString(),
                Long.toString(server.pid()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  @Override
  public void close() {
    shell.destroyForcibly();
  }
}
