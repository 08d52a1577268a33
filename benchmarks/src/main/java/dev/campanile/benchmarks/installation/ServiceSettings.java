package dev.campanile.benchmarks.installation;

import dev.campanile.local.services.Service;
import java.util.Map;

/**
 * What services are told beyond what {@code ./campanile up} tells them, as environment variables: a
 * benchmark of a setting is a benchmark with these.
 */
public record ServiceSettings(Map<Service, Map<String, String>> variables) {
  public static final ServiceSettings NONE = new ServiceSettings(Map.of());

  public ServiceSettings {
    variables = Map.copyOf(variables);
  }

  /** Of the gateway alone, as those of its mail are. */
  public static ServiceSettings ofGateway(Map<String, String> variables) {
    return new ServiceSettings(Map.of(Service.GATEWAY, Map.copyOf(variables)));
  }

  Map<String, String> of(Service service) {
    return variables.getOrDefault(service, Map.of());
  }
}
