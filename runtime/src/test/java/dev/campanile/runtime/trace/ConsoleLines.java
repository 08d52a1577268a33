package dev.campanile.runtime.trace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** What the console is told, written as the console writes it. */
final class ConsoleLines extends Handler {

  private final Handler console;
  private final ConcurrentMap<String, List<String>> lines = new ConcurrentHashMap<>();

  private ConsoleLines(Handler console) {
    this.console = console;
  }

  static ConsoleLines begin() {
    var lines = new ConsoleLines(console().orElseThrow());
    root().addHandler(lines);
    return lines;
  }

  void end() {
    root().removeHandler(this);
  }

  List<String> of(String logger) {
    return lines.getOrDefault(logger, List.of());
  }

  @Override
  public void publish(LogRecord said) {
    if (console.getFilter() == null || console.getFilter().isLoggable(said)) {
      lines
          .computeIfAbsent(String.valueOf(said.getLoggerName()), _ -> new CopyOnWriteArrayList<>())
          .add(console.getFormatter().format(said));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private static Logger root() {
    return LogContext.getLogContext().getLogger("");
  }

  private static Optional<Handler> console() {
    return all(root().getHandlers()).filter(ConsoleHandler.class::isInstance).findFirst();
  }

  private static Stream<Handler> all(Handler[] handlers) {
    return Stream.of(handlers)
        .flatMap(
            it ->
                it instanceof ExtHandler nested
                    ? Stream.concat(Stream.of(it), all(nested.getHandlers()))
                    : Stream.of(it));
  }
}
