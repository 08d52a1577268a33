package dev.campanile.campaign.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.WireFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Published versions: added, never changed. */
@ApplicationScoped
class ContentVersionRepository {

  private static final String ADD =
      """
      insert into content_version
             (content_key, version, fingerprint, category, topic, variables, definition, published_at)
      values (:key, :version, :fingerprint, :category, :topic, :variables,
              cast(:definition as jsonb), :publishedAt)
      """;

  private static final String LATEST =
      """
      select version, fingerprint
        from content_version
       where content_key = :key
       order by version desc
       limit 1
      """;

  private static final String FIND =
      "select definition from content_version where content_key = :key and version = :version";

  private static final String LIST =
      """
      select version, category, topic, variables, published_at
        from content_version
       where content_key = :key and version < :before
       order by version desc
       limit :limit
      """;

  List<VersionSummary> list(Handle handle, String key, int before, int limit) {
    return handle
        .createQuery(LIST)
        .bind("key", key)
        .bind("before", before)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new VersionSummary(
                    row.getInt("version"),
                    Category.valueOf(row.getString("category")),
                    row.getString("topic"),
                    List.of((String[]) row.getArray("variables").getArray()),
                    row.getTimestamp("published_at").toInstant()))
        .list();
  }

  Optional<Latest> latest(Handle handle, String key) {
    return handle
        .createQuery(LATEST)
        .bind("key", key)
        .map(
            (row, _) ->
                new Latest(
                    new ContentRef(key, row.getInt("version")), row.getString("fingerprint")))
        .findOne();
  }

  Optional<ContentVersion> find(Handle handle, ContentRef ref) {
    return handle
        .createQuery(FIND)
        .bind("key", ref.key())
        .bind("version", ref.version())
        .mapTo(String.class)
        .map(ContentVersionRepository::read)
        .findOne();
  }

  void add(Handle handle, ContentVersion version, String fingerprint) {
    ConsentTopic topic = version.topic();
    handle
        .createUpdate(ADD)
        .bind("key", version.ref().key())
        .bind("version", version.ref().version())
        .bind("fingerprint", fingerprint)
        .bind("category", version.category().name())
        .bind("topic", topic == null ? null : topic.value())
        .bindArray(
            "variables",
            String.class,
            version.variables().stream().map(ContentVersion.Variable::name).toList())
        .bind("definition", new String(WireFormat.write(version), UTF_8))
        .bind("publishedAt", version.publishedAt())
        .execute();
  }

  private static ContentVersion read(String definition) {
    try {
      return WireFormat.read(definition.getBytes(UTF_8), ContentVersion.class);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("what was published can be read", e);
    }
  }

  /** One version in a list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VersionSummary(
      int version,
      Category category,
      @Nullable String topic,
      List<String> variables,
      Instant publishedAt) {}

  /** The newest version, and by what to tell whether another one differs. */
  record Latest(ContentRef ref, String fingerprint) {}
}
