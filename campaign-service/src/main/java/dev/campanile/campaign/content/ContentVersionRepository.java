package dev.campanile.campaign.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.WireFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Published versions: added, never changed. */
@ApplicationScoped
public class ContentVersionRepository {

  private static final String ADD =
      """
      insert into content_version
             (content_key, version, fingerprint, category, topic, variables, definition, published_at)
      values (:key, :version, :fingerprint, :category, :topic, :variables,
              cast(:definition as jsonb), :publishedAt)
      """;

  private static final String LATEST =
      """
      select content_key, version, fingerprint, category, topic, variables
        from content_version
       where content_key = :key
       order by version desc
       limit 1
      """;

  public Optional<PublishedContent> latest(Handle handle, String key) {
    return latestWithFingerprint(handle, key).map(Latest::content);
  }

  Optional<Latest> latestWithFingerprint(Handle handle, String key) {
    return handle
        .createQuery(LATEST)
        .bind("key", key)
        .map((row, _) -> new Latest(row.getString("fingerprint"), contentOf(row)))
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

  private static PublishedContent contentOf(ResultSet row) throws SQLException {
    String topic = row.getString("topic");
    return new PublishedContent(
        new ContentRef(row.getString("content_key"), row.getInt("version")),
        Category.valueOf(row.getString("category")),
        topic == null ? null : new ConsentTopic(topic),
        List.of((String[]) row.getArray("variables").getArray()));
  }

  /** The newest version, and by what to tell whether another one differs. */
  record Latest(String fingerprint, PublishedContent content) {}
}
