package dev.campanile.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.MessageId;
import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class LostRepositoryTest {

  @Inject LostRepository repository;

  @Test
  void aListedMessageIsOneLostHandOffsHoweverManyLook() throws Exception {
    String sid = "SM" + UUID.randomUUID();
    List<Lost> alike = IntStream.range(0, 8).mapToObj(_ -> lost()).toList();
    List<Callable<Boolean>> takes =
        alike.stream().<Callable<Boolean>>map(lost -> () -> repository.take(lost, sid)).toList();

    List<Boolean> taken = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var take : threads.invokeAll(takes)) {
        taken.add(take.get());
      }
    }

    assertThat(taken).containsOnlyOnce(true);
    // Whoever has it and did not get to say so may say it again.
    assertThat(alike.stream().map(lost -> repository.take(lost, sid))).isEqualTo(taken);
  }

  private static Lost lost() {
    return new Lost(
        new MessageId(UUID.randomUUID()),
        1,
        Channel.SMS,
        "+393330000001",
        new ContentRef("weekend", 1),
        UUID.randomUUID(),
        null);
  }
}
