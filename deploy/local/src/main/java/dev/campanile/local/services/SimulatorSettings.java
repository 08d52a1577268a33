package dev.campanile.local.services;

import java.util.Map;

/** Tells the provider simulators what a person would set in a provider's console. */
public final class SimulatorSettings {
  private final JsonApi simulators;

  public SimulatorSettings(String baseUrl) {
    this.simulators = JsonApi.open(baseUrl);
  }

  /** Where customers' answers are posted to. */
  public void answersGoTo(String url) {
    simulators.put("/simulators/twilio/inbound-url", Map.of("url", url));
  }
}
