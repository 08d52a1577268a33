package dev.campanile.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.HandOff.Accepted;
import dev.campanile.gateway.channel.HandOff.InDoubt;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import dev.campanile.rendering.Body;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every channel adapter does; a new one inherits this. The provider is a real one as far as
 * the adapter can tell.
 */
public abstract class ChannelAdapterContract {

  protected static final Brand BRAND =
      new Brand(
          "verde",
          "Verde",
          "Verde <ciao@verde.example>",
          "help@verde.example",
          "+390000000001",
          "+390000000002");

  protected abstract ChannelAdapter adapter();

  protected abstract Body body();

  /** An address of this channel that nobody else has. */
  protected abstract String address();

  protected abstract int receivedBy(String address);

  protected abstract void refuseForGood(String address);

  protected abstract void refuseForNow(String address);

  /** Takes the message, and never answers. */
  protected abstract void fallSilentOn(String address);

  /** One whose provider is not there at all. */
  protected abstract ChannelAdapter adapterWithoutProvider();

  @BeforeEach
  void behaveNormally() {
    Simulators.reset();
  }

  @Test
  void handsOverOnce() {
    String address = address();

    assertThat(adapter().deliver(message(address))).isInstanceOf(Accepted.class);
    assertThat(receivedBy(address)).isEqualTo(1);
  }

  @Test
  void tellsARefusalForGood() {
    String address = address();
    refuseForGood(address);

    assertThat(adapter().deliver(message(address)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.answer()).doesNotContain(address));
    assertThat(receivedBy(address)).isZero();
  }

  @Test
  void tellsARefusalForNow() {
    String address = address();
    refuseForNow(address);

    assertThat(adapter().deliver(message(address)))
        .isInstanceOfSatisfying(
            RefusedForNow.class, refused -> assertThat(refused.retryAfter()).isPositive());
    assertThat(receivedBy(address)).isZero();
  }

  @Test
  void isInDoubtWhenTheAnswerIsLostAndDoesNotSendAgain() {
    String address = address();
    fallSilentOn(address);

    assertThat(adapter().deliver(message(address))).isInstanceOf(InDoubt.class);
    assertThat(receivedBy(address)).isLessThanOrEqualTo(1);
  }

  @Test
  void neverTakesLongerThanItSays() {
    String address = address();
    fallSilentOn(address);
    long began = System.nanoTime();

    adapter().deliver(message(address));

    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isLessThan(adapter().timeout().plusSeconds(1));
  }

  @Test
  void knowsThatNothingLeftWhenTheProviderIsDown() {
    assertThat(adapterWithoutProvider().deliver(message(address())))
        .isInstanceOf(RefusedForNow.class);
  }

  @Test
  void answersForEachOfSeveralInTheirOrder() {
    String refused = address();
    refuseForGood(refused);
    List<String> addresses = List.of(address(), refused, address());

    List<HandOff> answers = adapter().deliver(addresses.stream().map(this::message).toList());

    assertThat(answers)
        .satisfiesExactly(
            one -> assertThat(one).isInstanceOf(Accepted.class),
            two -> assertThat(two).isInstanceOf(Refused.class),
            three -> assertThat(three).isInstanceOf(Accepted.class));
    assertThat(addresses).map(this::receivedBy).containsExactly(1, 0, 1);
  }

  @Test
  void handsOverSideBySide() throws Exception {
    String address = address();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var handOffs =
          IntStream.range(0, 2 * adapter().concurrency())
              .mapToObj(_ -> threads.submit(() -> adapter().deliver(message(address))))
              .toList();
      for (Future<HandOff> handOff : handOffs) {
        assertThat(handOff.get()).isInstanceOf(Accepted.class);
      }
    }
    assertThat(receivedBy(address)).isEqualTo(2 * adapter().concurrency());
  }

  protected final Rendered message(String address) {
    return new Rendered(
        new MessageId(UUID.randomUUID()), 1, Category.MARKETING, BRAND, address, body());
  }
}
