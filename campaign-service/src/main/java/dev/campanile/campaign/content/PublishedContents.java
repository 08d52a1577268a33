package dev.campanile.campaign.content;

import dev.campanile.contracts.ContentRef;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Frozen versions, the most recently used of them kept at hand: none ever changes. */
@ApplicationScoped
public class PublishedContents {

  private static final int MOST = 128;

  private final Database database;
  private final ContentVersionRepository versions;
  private final Map<ContentRef, PublishedContent> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentRef, PublishedContent> eldest) {
          return size() > MOST;
        }
      };

  PublishedContents(Database database, ContentVersionRepository versions) {
    this.database = database;
    this.versions = versions;
  }

  public Optional<PublishedContent> latest(Handle handle, String key) {
    return versions.latest(handle, key).map(latest -> of(handle, latest.ref()));
  }

  /** A version by its number. */
  public Optional<PublishedContent> find(Handle handle, ContentRef ref) {
    return versions.find(handle, ref).map(PublishedContent::of);
  }

  /** The same without a transaction; takes a connection only when it is not at hand. */
  public PublishedContent of(ContentRef ref) {
    PublishedContent known = recent(ref);
    return known == null ? database.read(handle -> of(handle, ref)) : known;
  }

  /** A version that is known to be there. */
  public PublishedContent of(Handle handle, ContentRef ref) {
    PublishedContent known = recent(ref);
    if (known == null) {
      known =
          versions
              .find(handle, ref)
              .map(PublishedContent::of)
              .orElseThrow(() -> new IllegalStateException("a version is never deleted: " + ref));
      synchronized (recent) {
        recent.put(ref, known);
      }
    }
    return known;
  }

  private @Nullable PublishedContent recent(ContentRef ref) {
    synchronized (recent) {
      return recent.get(ref);
    }
  }
}
