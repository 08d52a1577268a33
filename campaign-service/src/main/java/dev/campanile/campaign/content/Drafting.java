package dev.campanile.campaign.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.campaign.request.ConcurrentWrites;
import dev.campanile.campaign.request.Conditions;
import dev.campanile.campaign.request.Versioned;
import dev.campanile.contracts.Category;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.paging.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The drafts that authors work on. */
@ApplicationScoped
class Drafting {

  private static final int LARGEST = 512 * 1024;

  private final ObjectMapper json;
  private final InstantSource time;

  Drafting(ObjectMapper json, InstantSource time) {
    this.json = json;
    this.time = time;
  }

  @Transactional
  Versioned<ContentDraft> put(String key, ContentDraft draft, Conditions conditions) {
    String written = write(draft);
    if (written.length() > LARGEST) {
      throw Problem.of(
          413, "TOO_LARGE", "A draft has at most " + LARGEST / 1024 + " KiB; images are linked.");
    }
    StoredContent stored = StoredContent.findById(key);
    if (stored == null) {
      conditions.checkNew();
      StoredContent fresh = new StoredContent();
      fresh.key = key;
      fresh.write(written, time.instant());
      ConcurrentWrites.refused(fresh::persistAndFlush);
      return new Versioned<>(draft, fresh.version, true);
    }
    boolean changes = !stored.draft.equals(written);
    conditions.checkExisting(stored.version, changes);
    if (changes) {
      stored.write(written, time.instant());
      ConcurrentWrites.refused(stored::persistAndFlush);
    }
    return Versioned.found(draft, stored.version);
  }

  @Transactional
  Versioned<ContentDraft> getVersioned(String key) {
    StoredContent stored = stored(key, LockModeType.NONE);
    return Versioned.found(read(stored), stored.version);
  }

  @Transactional
  ContentDraft get(String key) {
    return read(stored(key, LockModeType.NONE));
  }

  /** Two publishers of one content follow each other. */
  @Transactional(Transactional.TxType.MANDATORY)
  ContentDraft getLocked(String key) {
    return read(stored(key, LockModeType.PESSIMISTIC_WRITE));
  }

  @Transactional
  Page<Summary> list(String after, int size) {
    List<StoredContent> found =
        StoredContent.<StoredContent>find("key > ?1", Sort.by("key"), after).range(0, size).list();
    return Page.of(found.stream().map(this::summary).toList(), size, Summary::key);
  }

  private Summary summary(StoredContent stored) {
    ContentDraft draft = read(stored);
    return new Summary(
        stored.key, draft.category(), draft.brand(), draft.locales().keySet(), stored.updatedAt);
  }

  private static StoredContent stored(String key, LockModeType lock) {
    return StoredContent.<StoredContent>findByIdOptional(key, lock)
        .orElseThrow(() -> Problem.notFound("content " + key));
  }

  private String write(ContentDraft draft) {
    try {
      return json.writeValueAsString(draft);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a draft that was read can be written", e);
    }
  }

  private ContentDraft read(StoredContent stored) {
    try {
      return json.readValue(stored.draft, ContentDraft.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored draft of " + stored.key + " cannot be read", e);
    }
  }

  /** One content in a list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Summary(
      String key,
      @Nullable Category category,
      @Nullable String brand,
      Set<String> locales,
      Instant updatedAt) {}
}
