package dev.campanile.gateway.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.WireFormat;
import dev.campanile.gateway.content.Contents;
import dev.campanile.rendering.Renderer;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a click leads: from the address stored with the content and the message's own data, never
 * from the request. Where one has led, it leads for good: the last few thousand stay in memory.
 */
@ApplicationScoped
class ClickTargets {

  private static final int MOST = 10_000;

  private static final String SENT =
      """
      select content_key, content_version, locale, data::text as data
        from message
       where message_id = :id and planned_on = :plannedOn
      """;

  private final Database database;
  private final Contents contents;
  private final Renderer renderer;
  private final Map<Mark, String> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Mark, String> eldest) {
          return size() > MOST;
        }
      };

  ClickTargets(Database database, Contents contents, Renderer renderer) {
    this.database = database;
    this.contents = contents;
    this.renderer = renderer;
  }

  /** Empty when the message is not there any more. Throws when that cannot be found out. */
  Optional<String> of(Mark mark) {
    synchronized (recent) {
      String known = recent.get(mark);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<String> found = sent(mark).flatMap(sent -> destination(mark, sent));
    found.ifPresent(
        address -> {
          synchronized (recent) {
            recent.put(mark, address);
          }
        });
    return found;
  }

  private Optional<String> destination(Mark mark, Sent sent) {
    ContentVersion content = contents.find(sent.content());
    return content == null
        ? Optional.empty()
        : renderer.destination(content, sent.locale(), mark.link(), sent.data());
  }

  private Optional<Sent> sent(Mark mark) {
    return database.read(
        handle ->
            handle
                .createQuery(SENT)
                .bind("id", mark.message().value())
                .bind("plannedOn", mark.plannedOn())
                .map(
                    (row, _) ->
                        new Sent(
                            new ContentRef(
                                row.getString("content_key"), row.getInt("content_version")),
                            row.getString("locale"),
                            data(row.getString("data"))))
                .findFirst());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(String json) {
    try {
      return WireFormat.read(json.getBytes(UTF_8), Map.class);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("stored data cannot be read", e);
    }
  }

  private record Sent(ContentRef content, @Nullable String locale, Map<String, Object> data) {}
}
