package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.campanile.local.services.CannotContinue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The demo's counts as JSON, for scripts. */
final class DemoReport {
  private DemoReport() {}

  static void write(Path file, List<SentMessage> messages, Map<String, Duration> stages) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, of(messages, stages).toPrettyString() + "\n");
    } catch (IOException e) {
      throw new CannotContinue("%s could not be written: %s.".formatted(file, e), e);
    }
  }

  static ObjectNode of(List<SentMessage> messages, Map<String, Duration> stages) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    var array = root.putArray("messages");
    messages.forEach(message -> describe(message, array.addObject()));
    ObjectNode seconds = root.putObject("seconds");
    stages.forEach((stage, time) -> seconds.put(stage, rounded(time)));
    return root;
  }

  private static void describe(SentMessage message, ObjectNode node) {
    RunCount report = message.report();
    node.put("key", message.key());
    node.put("planned", report.planned());
    node.put("accepted", report.accepted());
    node.put("failed", report.failed());
    node.put("deferred", report.deferred());
    // Uncertain is what an unknown becomes when nobody can tell any more.
    node.put("unknown", report.unknown() + report.uncertain());
    ObjectNode skipped = node.putObject("skipped");
    report.skippedByReason().byName().forEach(skipped::put);
    ObjectNode received = node.putObject("received");
    message.received().byName().forEach(received::put);
  }

  private static BigDecimal rounded(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
  }
}
