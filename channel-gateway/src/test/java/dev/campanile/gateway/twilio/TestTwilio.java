package dev.campanile.gateway.twilio;

import dev.campanile.gateway.channel.PublicUrls;
import dev.campanile.gateway.channel.Simulators;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Twilio as the local platform has it, with a short patience. */
record TestTwilio(URI address) implements TwilioConfig {

  static TwilioMessages simulated() {
    return at(URI.create(Simulators.addresses().at("/twilio/baseUrl").asText()));
  }

  static TwilioMessages at(URI address) {
    return new TwilioMessages(new TestTwilio(address), PublicUrls.of("http://127.0.0.1:1"));
  }

  @Override
  public String accountSid() {
    return Simulators.addresses().at("/twilio/accountSid").asText();
  }

  @Override
  public String authToken() {
    return Simulators.addresses().at("/twilio/authToken").asText();
  }

  @Override
  public Optional<URI> baseUrl() {
    return Optional.of(address);
  }

  @Override
  public Duration connectTimeout() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration answerTimeout() {
    return Duration.ofSeconds(2);
  }

  @Override
  public int concurrency() {
    return 4;
  }

  @Override
  public Duration reconcileAfter() {
    return Duration.ofSeconds(10);
  }

  @Override
  public Duration approvalAge() {
    return Duration.ofMinutes(10);
  }
}
