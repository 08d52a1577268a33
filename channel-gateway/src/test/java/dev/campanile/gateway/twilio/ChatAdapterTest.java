package dev.campanile.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.ChannelAdapterContract;
import dev.campanile.gateway.channel.HandOff.Accepted;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.gateway.channel.Simulators;
import dev.campanile.rendering.Body;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatAdapterTest extends ChannelAdapterContract {

  private static final String TEMPLATE = "HX0123456789abcdef0123456789abcdef";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static ChatAdapter adapter;

  @BeforeAll
  static void connect() {
    adapter = new ChatAdapter(TestTwilio.simulated());
  }

  @BeforeEach
  void approveTheTemplate() {
    Simulators.send(
        "PUT",
        "/simulators/twilio/templates",
        """
        [{"sid": "%s", "friendlyName": "delivery", "language": "it", "approved": true,
          "body": "Ciao {{1}}, ordine {{2}}"}]"""
            .formatted(TEMPLATE));
  }

  @Override
  protected ChannelAdapter adapter() {
    return adapter;
  }

  @Override
  protected Body body() {
    return new Body.Chat("", new Body.Template(TEMPLATE, Map.of("1", "Ana \"A\"", "2", "17")));
  }

  @Override
  protected String address() {
    return "+39444%07d".formatted(NUMBERS.incrementAndGet());
  }

  @Override
  protected int receivedBy(String address) {
    return received(address).size();
  }

  private static JsonNode received(String address) {
    return Simulators.received("CHAT", address.replace("+", "%2B"));
  }

  @Override
  protected void refuseForGood(String address) {
    Simulators.twilioBehaves(
        "{\"refuse\": {\"whatsapp:%s\": {\"status\": 400, \"code\": 21211}}}".formatted(address));
  }

  @Override
  protected void refuseForNow(String address) {
    Simulators.twilioBehaves(
        "{\"refuse\": {\"whatsapp:%s\": {\"status\": 429, \"code\": 20429}}}".formatted(address));
  }

  @Override
  protected void fallSilentOn(String address) {
    Simulators.twilioBehaves("{\"doubtful\": {\"%s\": \"SILENCE\"}}".formatted(address));
  }

  @Override
  protected ChannelAdapter adapterWithoutProvider() {
    return new ChatAdapter(TestTwilio.at(URI.create("http://127.0.0.1:1")));
  }

  @Test
  void sendsTheTemplateWithItsVariables() {
    String address = address();
    adapter.deliver(message(address));

    JsonNode got = received(address).get(0);
    assertThat(got.get("contentSid").asText()).isEqualTo(TEMPLATE);
    assertThat(got.at("/contentVariables/1").asText()).isEqualTo("Ana \"A\"");
  }

  @Test
  void sendsTextInsideTheWindow() {
    String address = address();
    var text =
        new Rendered(
            new MessageId(UUID.randomUUID()),
            1,
            Category.SERVICE,
            BRAND,
            address,
            new Body.Chat("Ciao!", null));

    assertThat(adapter.deliver(text)).isInstanceOf(Accepted.class);
    assertThat(received(address).get(0).get("body").asText()).isEqualTo("Ciao!");
  }
}
