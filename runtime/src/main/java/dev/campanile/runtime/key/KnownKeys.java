package dev.campanile.runtime.key;

import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The keys of late callers, each remembered for a few seconds: that is how late a revocation may
 * bind.
 */
@ApplicationScoped
class KnownKeys {

  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  /** Wrong ids are remembered too; more of them than keys anybody has are not. */
  private static final int MOST = 1_000;

  private final Database database;
  private final KeyRepository keys;
  private final InstantSource clock;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  /** How often a key was: a look that began before the last time may have seen what was. */
  private final AtomicLong forgotten = new AtomicLong();

  KnownKeys(Database database, KeyRepository keys, InstantSource clock) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
  }

  /** What was looked up a moment ago: answers without asking the database. */
  Optional<Known> remembered(KeySecret secret) {
    Remembered known = remembered.get(secret.id());
    return known != null && System.nanoTime() - known.at() < REMEMBERED.toNanos()
        ? Optional.of(known.known())
        : Optional.empty();
  }

  /** Asks the database, and remembers what it said. */
  Known lookedUp(KeySecret secret) {
    // Before the look: what is revoked meanwhile is remembered no longer for it.
    long at = System.nanoTime();
    long forgottenBefore = forgotten.get();
    Known known = new Known(database.read(handle -> keys.find(handle, secret.id())).orElse(null));
    if (remembered.size() >= MOST) {
      remembered.clear();
    }
    // What was revoked here while we looked must not be remembered as it was before.
    remembered.compute(
        secret.id(),
        (_, _) -> forgotten.get() == forgottenBefore ? new Remembered(known, at) : null);
    known
        .openedBy(secret, clock.instant())
        .ifPresent(
            key -> database.inTransaction(handle -> keys.used(handle, key.id(), clock.instant())));
    return known;
  }

  /** For the replica that revokes: here it binds at once. */
  void forget(String id) {
    forgotten.incrementAndGet();
    remembered.remove(id);
  }

  /**
   * What an id stands for.
   *
   * @param key null when there is no such key
   */
  record Known(@Nullable StoredKey key) {

    Optional<StoredKey> openedBy(KeySecret secret, Instant now) {
      return Optional.ofNullable(key).filter(it -> it.isOpenedBy(secret, now));
    }
  }

  private record Remembered(Known known, long at) {}
}
