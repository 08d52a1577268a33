package dev.campanile.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.gateway.gate.AllowList;
import dev.campanile.rendering.Body;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whatever happens in an adapter or in the ledger, no slot is lost and no message is forgotten. */
class ProviderCallTest {

  private static final Duration LEASE = Duration.ofSeconds(30);

  private final List<String> called = new ArrayList<>();

  @Test
  void anErrorInAnAdapterIsADoubt() {
    ProviderCall call =
        new ProviderCall(
            adapter(
                () -> {
                  throw new StackOverflowError();
                }),
            AllowList.ofEverybody(),
            LEASE);

    assertThat(call.make(List.of(ProviderCallTest::rendered), System.nanoTime()))
        .containsExactly(new HandOff.InDoubt("StackOverflowError"));
  }

  @Test
  void whoIsNotOnTheAllowListIsNotHandedToTheAdapter() {
    ProviderCall call =
        new ProviderCall(
            adapter(() -> new HandOff.Accepted("1")), AllowList.of(List.of("@example.org")), LEASE);

    assertThat(call.make(List.of(ProviderCallTest::rendered), System.nanoTime()).getFirst())
        .isInstanceOfSatisfying(
            HandOff.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.RECIPIENT_NOT_ALLOWED));
    assertThat(called).isEmpty();
  }

  @Test
  void anAdapterIsNotCalledForNobody() {
    ChannelAdapter adapter =
        new ChannelAdapter() {
          @Override
          public Channel channel() {
            return Channel.EMAIL;
          }

          @Override
          public Duration timeout() {
            return Duration.ofSeconds(1);
          }

          @Override
          public int concurrency() {
            return 1;
          }

          @Override
          public HandOff deliver(Rendered message) {
            throw new AssertionError("called");
          }

          @Override
          public List<HandOff> deliver(List<Rendered> messages) {
            throw new AssertionError("called");
          }
        };
    ProviderCall call = new ProviderCall(adapter, AllowList.of(List.of("@example.org")), LEASE);

    assertThat(
            call.make(
                List.of(ProviderCallTest::rendered, ProviderCallTest::rendered), System.nanoTime()))
        .hasSize(2)
        .allSatisfy(answer -> assertThat(answer).isInstanceOf(HandOff.Refused.class));
  }

  @Test
  void aCallThatWouldOutlastItsLeaseIsNotMade() {
    ProviderCall call =
        new ProviderCall(
            adapter(() -> new HandOff.Accepted("1")),
            AllowList.ofEverybody(),
            Duration.ofSeconds(2));

    assertThat(
            call.make(
                    List.of(ProviderCallTest::rendered),
                    System.nanoTime() - Duration.ofSeconds(5).toNanos())
                .getFirst())
        .isInstanceOf(HandOff.RefusedForNow.class);
    assertThat(called).isEmpty();
  }

  @Test
  void anErrorWhileOutcomesAreWrittenLosesNeitherThemNorTheirSlots() throws InterruptedException {
    Slots slots = Slots.of(1);
    slots.acquire(1);
    AtomicInteger tries = new AtomicInteger();
    OutcomeWriter writer =
        new OutcomeWriter(
            "test-outcomes",
            _ -> {
              if (tries.incrementAndGet() == 1) {
                throw new StackOverflowError();
              }
            },
            slots);

    writer.add(List.of());

    Awaitility.await().until(() -> slots.awaitAllFree(Duration.ofMillis(10)));
    assertThat(tries).hasValue(2);
    writer.stop();
  }

  private ChannelAdapter adapter(Supplier<HandOff> answer) {
    return new ChannelAdapter() {
      @Override
      public Channel channel() {
        return Channel.EMAIL;
      }

      @Override
      public Duration timeout() {
        return Duration.ofSeconds(1);
      }

      @Override
      public int concurrency() {
        return 1;
      }

      @Override
      public HandOff deliver(Rendered message) {
        called.add(message.address());
        return answer.get();
      }
    };
  }

  private static Rendered rendered() {
    return new Rendered(
        new MessageId(UUID.randomUUID()),
        1,
        Category.SERVICE,
        new Brand("verde", "Verde", "ciao@verde.example", null, null, null),
        "ana@example.com",
        new Body.Sms("Ciao"));
  }
}
