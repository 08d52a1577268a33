package dev.campanile.campaign.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

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

  /** Answers whether the content is new. */
  @Transactional
  boolean put(String key, ContentDraft draft) {
    String written = write(draft);
    if (written.length() > LARGEST) {
      throw Problem.of(
          413, "TOO_LARGE", "A draft has at most " + LARGEST / 1024 + " KiB; images are linked.");
    }
    StoredContent stored = StoredContent.findById(key);
    boolean fresh = stored == null;
    if (stored == null) {
      stored = new StoredContent();
      stored.key = key;
    }
    stored.draft = written;
    stored.updatedAt = time.instant();
    if (fresh) {
      stored.persist();
    }
    return fresh;
  }

  @Transactional
  ContentDraft get(String key) {
    return StoredContent.<StoredContent>findByIdOptional(key)
        .map(this::read)
        .orElseThrow(() -> Problem.notFound("content " + key));
  }

  /** Two publishers of one content follow each other. */
  @Transactional(Transactional.TxType.MANDATORY)
  ContentDraft getLocked(String key) {
    return StoredContent.<StoredContent>findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE)
        .map(this::read)
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
}
