package dev.campanile.runtime.key;

import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  KnownKeys(Database database, KeyRepository keys, InstantSource clock) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
  }

  /** Whether {@link #opened} answers without asking the database. */
  boolean isRemembered(KeySecret secret) {
    return fresh(secret.id()) != null;
  }

  /** The key this secret opens. */
  Optional<StoredKey> opened(KeySecret secret) {
    Remembered known = fresh(secret.id());
    if (known == null) {
      known = load(secret);
    }
    StoredKey key = known.key();
    return key != null && key.isOpenedBy(secret, clock.instant())
        ? Optional.of(key)
        : Optional.empty();
  }

  /** For the replica that revokes: here it binds at once. */
  void forget(String id) {
    remembered.remove(id);
  }

  private Remembered load(KeySecret secret) {
    // Before the look: what is revoked meanwhile is remembered no longer for it.
    long at = System.nanoTime();
    Remembered loaded =
        new Remembered(database.read(handle -> keys.find(handle, secret.id())).orElse(null), at);
    if (remembered.size() >= MOST) {
      remembered.clear();
    }
    remembered.put(secret.id(), loaded);
    StoredKey key = loaded.key();
    if (key != null && key.isOpenedBy(secret, clock.instant())) {
      database.inTransaction(handle -> keys.used(handle, key.id(), clock.instant()));
    }
    return loaded;
  }

  private @Nullable Remembered fresh(String id) {
    Remembered known = remembered.get(id);
    return known != null && System.nanoTime() - known.at() < REMEMBERED.toNanos() ? known : null;
  }

  /**
   * @param key null when there is no such key
   */
  private record Remembered(@Nullable StoredKey key, long at) {}
}
