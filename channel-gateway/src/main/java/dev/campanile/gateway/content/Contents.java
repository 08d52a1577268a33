package dev.campanile.gateway.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.WireFormat;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Contents by version. The table has them all: a replica reads only a part of the topic. A version
 * never changes, so what is in memory never goes stale.
 */
@ApplicationScoped
public class Contents {

  private static final int MOST_IN_MEMORY = 256;

  private static final String STORE =
      """
      insert into content_version (content_key, version, body)
      select content_key, version, cast(body as jsonb)
        from unnest(:keys, :versions, :bodies) as n(content_key, version, body)
      on conflict do nothing
      """;

  private static final String FIND =
      "select body::text from content_version where content_key = :key and version = :version";

  private final Database database;
  private final SenderNumbers numbers;
  private final Map<ContentRef, ContentVersion> inMemory = new ConcurrentHashMap<>();

  Contents(Database database, SenderNumbers numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  void store(Handle handle, List<ContentVersion> versions) {
    var insert = handle.createUpdate(STORE);
    Columns.of(versions, insert)
        .texts("keys", it -> it.ref().key())
        .ints("versions", it -> it.ref().version())
        .texts("bodies", it -> new String(WireFormat.write(it), UTF_8));
    insert.execute();
    numbers.store(handle, versions);
  }

  /** Null when it has not arrived yet. */
  public @Nullable ContentVersion find(ContentRef ref) {
    ContentVersion known = inMemory.get(ref);
    if (known != null) {
      return known;
    }
    Optional<ContentVersion> loaded = load(ref);
    loaded.ifPresent(
        content -> {
          if (inMemory.size() >= MOST_IN_MEMORY) {
            inMemory.clear();
          }
          inMemory.put(ref, content);
        });
    return loaded.orElse(null);
  }

  private Optional<ContentVersion> load(ContentRef ref) {
    return database.read(
        handle ->
            handle
                .createQuery(FIND)
                .bind("key", ref.key())
                .bind("version", ref.version())
                .mapTo(String.class)
                .findOne()
                .map(Contents::parsed));
  }

  private static ContentVersion parsed(String json) {
    try {
      return WireFormat.read(json.getBytes(UTF_8), ContentVersion.class);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("a stored content cannot be read", e);
    }
  }
}
