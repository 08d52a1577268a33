package dev.campanile.gateway.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Source;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source as the ledger keeps it.
 *
 * @param turn what dispatchers serve in turn: a run, or all single requests with one content
 * @param request of a single message; none for a run's
 */
record StoredSource(Type type, String key, UUID turn, @Nullable UUID request) {

  enum Type {
    CAMPAIGN,
    TRANSACTIONAL,
    TEST
  }

  static StoredSource of(Source source) {
    return switch (source) {
      case Source.Campaign(var key, var run) ->
          new StoredSource(Type.CAMPAIGN, key, run.value(), null);
      case Source.Transactional(var key, var id) -> single(Type.TRANSACTIONAL, key, id);
      case Source.Test(var key, var id) -> single(Type.TEST, key, id);
    };
  }

  static @Nullable UUID requestOf(Source source) {
    return switch (source) {
      case Source.Campaign _ -> null;
      case Source.Transactional(_, var id) -> id;
      case Source.Test(_, var id) -> id;
    };
  }

  Source read() {
    return switch (type) {
      case CAMPAIGN -> new Source.Campaign(key, new RunId(turn));
      case TRANSACTIONAL -> new Source.Transactional(key, requireNonNull(request));
      case TEST -> new Source.Test(key, requireNonNull(request));
    };
  }

  private static StoredSource single(Type type, String key, UUID id) {
    return new StoredSource(
        type, key, UUID.nameUUIDFromBytes((type + "|" + key).getBytes(UTF_8)), id);
  }
}
