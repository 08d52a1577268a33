package dev.campanile.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.contracts.Bucket;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service's own relay is one of those that share. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "profile"))
class BucketLeasesTest {

  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  @Inject Database database;

  private final List<BucketLeases> relays = new ArrayList<>();

  @AfterEach
  void leaveAllToTheService() {
    relays.forEach(BucketLeases::release);
  }

  @Test
  void relaysShareAndTakeOverFromTheDeadAndShareAgain() {
    BucketLeases a = relay("a", LEASE);
    BucketLeases b = relay("b", LEASE);
    await().atMost(PATIENCE).until(() -> holds(a, 20, 22) & holds(b, 20, 22));
    assertThat(disjoint(a, b)).isTrue();

    // b dies: it renews nothing any more.
    await().atMost(LEASE.plusSeconds(2)).until(() -> holds(a, 32, 32));
    await().atMost(PATIENCE).until(() -> holds(a, 32, 32) && nobodys() == 0);

    await().atMost(PATIENCE).until(() -> holds(a, 20, 22) & holds(b, 20, 22));
    assertThat(disjoint(a, b)).isTrue();
  }

  @Test
  void whoStopsLeavesItsBucketsAtOnce() {
    BucketLeases a = relay("a", Duration.ofMinutes(10));
    BucketLeases b = relay("b", LEASE);
    await().atMost(PATIENCE).until(() -> holds(a, 20, 22) & holds(b, 20, 22));

    a.release();

    await().atMost(Duration.ofSeconds(5)).until(() -> holds(b, 32, 32));
    assertThat(a.held()).isEmpty();
  }

  /** Relays that stall and come back at any moment, with leases as short as their pauses. */
  @Test
  void noBucketIsEverPublishedByTwo() {
    AtomicReferenceArray<Publishing> publishing = new AtomicReferenceArray<>(Bucket.COUNT);
    Queue<String> violations = new ConcurrentLinkedQueue<>();
    Set<Integer> published = ConcurrentHashMap.newKeySet();
    long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
    try (var threads = Executors.newFixedThreadPool(3)) {
      for (int n = 0; n < 3; n++) {
        String name = "p" + n;
        Random random = new Random(n);
        threads.submit(
            () -> {
              BucketLeases leases = relay(name, Duration.ofMillis(500));
              while (System.nanoTime() < end) {
                leases.renew();
                for (int bucket : leases.held()) {
                  published.add(bucket);
                  publish(bucket, name, leases.expiry(), publishing, violations);
                }
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(900)).toNanos());
              }
            });
      }
    }

    assertThat(violations).isEmpty();
    assertThat(published).isNotEmpty();
  }

  private static void publish(
      int bucket,
      String me,
      long expiry,
      AtomicReferenceArray<Publishing> publishing,
      Queue<String> violations) {
    if (System.nanoTime() - expiry >= 0) {
      return;
    }
    Publishing mine = new Publishing(me, expiry);
    Publishing other = publishing.getAndSet(bucket, mine);
    long now = System.nanoTime();
    // Who holds on past its expiry has stopped publishing: that is what the expiry is for.
    if (other != null && !other.by().equals(me) && now < other.expiry() && now < expiry) {
      violations.add(bucket + " by " + me + " and " + other.by());
    }
    LockSupport.parkNanos(20_000);
    publishing.compareAndSet(bucket, mine, null);
  }

  private BucketLeases relay(String name, Duration lease) {
    BucketLeases relay = new BucketLeases(database, name, lease);
    synchronized (relays) {
      relays.add(relay);
    }
    return relay;
  }

  /** 64 among three are 22, 22 and 20. */
  private static boolean holds(BucketLeases relay, int least, int most) {
    relay.renew();
    return relay.held().size() >= least && relay.held().size() <= most;
  }

  private static boolean disjoint(BucketLeases a, BucketLeases b) {
    Set<Integer> both = new HashSet<>(a.held());
    both.retainAll(b.held());
    return both.isEmpty();
  }

  private int nobodys() {
    return database.read(
        handle ->
            handle
                .createQuery("select count(*) from outbox_relay where leased_until <= now()")
                .mapTo(Integer.class)
                .one());
  }

  private record Publishing(String by, long expiry) {}
}
