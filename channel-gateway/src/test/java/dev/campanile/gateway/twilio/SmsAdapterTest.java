package dev.campanile.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Reason;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.ChannelAdapterContract;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import dev.campanile.gateway.channel.HandOff.InDoubt;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import dev.campanile.gateway.channel.Simulators;
import dev.campanile.rendering.Body;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SmsAdapterTest extends ChannelAdapterContract {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static SmsAdapter adapter;

  @BeforeAll
  static void connect() {
    adapter = new SmsAdapter(TestTwilio.simulated());
  }

  @Override
  protected ChannelAdapter adapter() {
    return adapter;
  }

  @Override
  protected Body body() {
    return new Body.Sms("Ciao 🥕, your order & more");
  }

  @Override
  protected String address() {
    return "+39333%07d".formatted(NUMBERS.incrementAndGet());
  }

  @Override
  protected int receivedBy(String address) {
    return Simulators.received("SMS", address.replace("+", "%2B")).size();
  }

  @Override
  protected void refuseForGood(String address) {
    refuse(address, 400, 21614);
  }

  @Override
  protected void refuseForNow(String address) {
    refuse(address, 429, 20429);
  }

  @Override
  protected void fallSilentOn(String address) {
    Simulators.twilioBehaves("{\"doubtful\": {\"%s\": \"SILENCE\"}}".formatted(address));
  }

  @Override
  protected ChannelAdapter adapterWithoutProvider() {
    return new SmsAdapter(TestTwilio.at(URI.create("http://127.0.0.1:1")));
  }

  private static void refuse(String address, int status, int code) {
    Simulators.twilioBehaves(
        "{\"refuse\": {\"%s\": {\"status\": %d, \"code\": %d}}}".formatted(address, status, code));
  }

  @Test
  void a500IsADoubtAndIsNotAskedAgain() {
    String address = address();
    Simulators.twilioBehaves("{\"doubtful\": {\"%s\": \"SERVER_ERROR\"}}".formatted(address));

    assertThat(adapter.deliver(message(address))).isInstanceOf(InDoubt.class);
    assertThat(receivedBy(address)).isEqualTo(1);
  }

  @Test
  void suppressesWhatIsNoMobileNumber() {
    String address = address();
    refuse(address, 400, 21614);

    assertThat(adapter.deliver(message(address)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("21614");
              assertThat(refused.address())
                  .isEqualTo(new AddressFinding.Suppress(SuppressionReason.HARD));
            });
  }

  @Test
  void learnsThatTheCustomerToldTheProviderToStop() {
    String address = address();
    refuse(address, 400, 21610);

    assertThat(adapter.deliver(message(address)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.OPTED_OUT);
              assertThat(refused.address()).isEqualTo(new AddressFinding.OptedOut());
            });
  }

  @Test
  void waitsAsLongAsTheProviderAsks() {
    String address = address();
    Simulators.twilioBehaves(
        "{\"refuse\": {\"%s\": {\"status\": 429, \"code\": 20429, \"retryAfterSeconds\": 8}}}"
            .formatted(address));

    assertThat(adapter.deliver(message(address)))
        .isEqualTo(new RefusedForNow(Reason.RATE_LIMITED, Duration.ofSeconds(8), "429"));
  }

  @Test
  void aWrongPasswordIsNotTheCustomersFault() {
    String address = address();
    refuse(address, 401, 20003);

    assertThat(adapter.deliver(message(address)))
        .isInstanceOfSatisfying(
            RefusedForNow.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.PROVIDER_UNAVAILABLE));
  }
}
