package dev.campanile.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.campanile.local.services.Port;
import dev.campanile.local.services.RunningProcess;
import dev.campanile.local.services.RunningStack;
import dev.campanile.local.services.Service;
import java.nio.file.Path;
import java.util.Optional;

/** What runs, for scripts: URLs, keys and process ids. */
final class StatusJson {
  private StatusJson() {}

  static ObjectNode of(Optional<RunningStack> found) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("running", found.isPresent() && found.get().allAlive());
    found.ifPresent(stack -> describe(stack, status));
    return status;
  }

  private static void describe(RunningStack stack, ObjectNode status) {
    status.put("startedBy", stack.command());
    status.put("inbox", stack.url(Port.INBOX));
    ObjectNode services = status.putObject("services");
    for (Service service : Service.values()) {
      services
          .putObject(service.key())
          .put("url", stack.url(service.port()))
          .put("managementUrl", stack.url(service.management()))
          .put("apiKey", service.apiKey());
    }
    status.putObject("simulators").put("url", stack.url(Port.SIMULATORS));
    status.putObject("postgres").put("host", "127.0.0.1").put("port", stack.port(Port.POSTGRES));
    status.putObject("kafka").put("bootstrapServers", "127.0.0.1:" + stack.port(Port.KAFKA));
    status.putObject("smtp").put("host", "127.0.0.1").put("port", stack.port(Port.SMTP));
    ObjectNode processes = status.putObject("processes");
    for (RunningProcess process : stack.processes()) {
      processes.putObject(process.name()).put("pid", process.pid()).put("running", process.alive());
    }
    status.put("logs", Path.of(stack.home(), "logs").toString());
  }
}
