package dev.campanile.runtime.key;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "profile"))
class KnownKeysTest {

  @Inject Database database;
  @Inject KeyRepository repository;
  @Inject InstantSource clock;

  private final KeySecret secret = KeySecret.draw();

  @Test
  void isRememberedAfterTheFirstLook() {
    add();
    var keys = new KnownKeys(database, repository, clock);
    assertThat(keys.remembered(secret)).isEmpty();

    assertThat(keys.lookedUp(secret).openedBy(secret, clock.instant())).isPresent();

    assertThat(keys.remembered(secret)).isPresent();
  }

  /** The look began before the revocation and is written down after it. */
  @Test
  void whatIsRevokedDuringALookIsNotRememberedAsItWas() {
    add();
    var revoked = new AtomicReference<KnownKeys>();
    var keys =
        new KnownKeys(
            database,
            new KeyRepository() {
              @Override
              Optional<StoredKey> find(Handle handle, String id) {
                Optional<StoredKey> seen = super.find(handle, id);
                revoke(handle, id, Instant.EPOCH);
                requireNonNull(revoked.get()).forget(id);
                return seen;
              }
            },
            clock);
    revoked.set(keys);

    keys.lookedUp(secret);

    assertThat(keys.remembered(secret)).isEmpty();
    assertThat(keys.lookedUp(secret).openedBy(secret, clock.instant())).isEmpty();
  }

  private void add() {
    Instant now = clock.instant();
    database.inTransaction(
        handle ->
            repository.add(
                handle,
                new StoredKey(
                    secret.id(),
                    "test",
                    secret.hash(),
                    Set.of(Grant.VIEWER),
                    now,
                    "test",
                    null,
                    null,
                    null)));
  }
}
