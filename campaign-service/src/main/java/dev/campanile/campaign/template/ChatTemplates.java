package dev.campanile.campaign.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.contracts.WireFormat;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The chat provider's templates as channel-gateway last heard of them. */
@ApplicationScoped
public class ChatTemplates {

  private static final String STORE =
      """
      insert into chat_template (sid, template, said_at)
      select sid, cast(template as jsonb), said_at
        from unnest(:sids, :templates, cast(:saidAt as timestamptz[])) as n(sid, template, said_at)
      on conflict (sid) do update
        set template = excluded.template, said_at = excluded.said_at
        where chat_template.said_at <= excluded.said_at
      """;

  private static final String FIND =
      "select template::text from chat_template where sid = any(:sids)";

  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Database database;

  ChatTemplates(Database database) {
    this.database = database;
  }

  /**
   * The same; waits a moment for those of a content that was published just now, which
   * channel-gateway asks the provider about. Never call it in a transaction.
   */
  public Map<String, ProviderTemplate> awaited(Set<String> sids) {
    long start = System.nanoTime();
    Map<String, ProviderTemplate> found = find(sids);
    while (found.size() < sids.size() && System.nanoTime() - start < LONGEST.toNanos()) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      found = find(sids);
    }
    return found;
  }

  /** By the provider's id; without those that nothing is known of. */
  public Map<String, ProviderTemplate> find(Set<String> sids) {
    if (sids.isEmpty()) {
      return Map.of();
    }
    return database.read(
        handle ->
            handle
                .createQuery(FIND)
                .bindArray("sids", String.class, List.copyOf(sids))
                .mapTo(String.class)
                .map(ChatTemplates::parsed)
                .collect(Collectors.toMap(ProviderTemplate::sid, Function.identity())));
  }

  void store(Handle handle, Collection<ProviderTemplate> heard) {
    Map<String, ProviderTemplate> last = new LinkedHashMap<>();
    heard.forEach(template -> last.put(template.sid(), template));
    var insert = handle.createUpdate(STORE);
    Columns.of(last.values(), insert)
        .texts("sids", ProviderTemplate::sid)
        .texts("templates", template -> new String(WireFormat.write(template), UTF_8))
        .instants("saidAt", ProviderTemplate::saidAt);
    insert.execute();
  }

  private static ProviderTemplate parsed(String json) {
    try {
      return WireFormat.read(json.getBytes(UTF_8), ProviderTemplate.class);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("a stored template cannot be read", e);
    }
  }
}
