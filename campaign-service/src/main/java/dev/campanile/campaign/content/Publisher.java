package dev.campanile.campaign.content;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.Topic;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Freezes a draft and tells the gateway. */
@ApplicationScoped
class Publisher {

  private final Database database;
  private final Drafting drafting;
  private final DraftCompiler compiler;
  private final ContentVersionRepository versions;
  private final Outbox outbox;

  Publisher(
      Database database,
      Drafting drafting,
      DraftCompiler compiler,
      ContentVersionRepository versions,
      Outbox outbox) {
    this.database = database;
    this.drafting = drafting;
    this.compiler = compiler;
    this.versions = versions;
    this.outbox = outbox;
  }

  /** The version that says what the draft says now; a new one unless the newest already does. */
  Answer publish(String key) {
    return database.transaction(handle -> publish(handle, key));
  }

  private Answer publish(Handle handle, String key) {
    ContentDraft draft = drafting.getLocked(key);
    var latest = versions.latest(handle, key);
    int next = latest.map(l -> l.ref().version() + 1).orElse(1);
    ContentVersion version = compiler.compile(draft, new ContentRef(key, next)).fit();
    Map<String, Integer> smsParts = SizeCheck.smsParts(version);
    String fingerprint = ContentFingerprint.of(version);
    if (latest.isPresent() && latest.get().fingerprint().equals(fingerprint)) {
      return new Answer(key, latest.get().ref().version(), smsParts);
    }
    versions.add(handle, version, fingerprint);
    String recordKey = version.ref().recordKey();
    outbox.add(
        handle,
        // By the content's key, so that its versions leave in their order.
        OutgoingRecords.of(Topic.CONTENT_PUBLISHED, Bucket.of(key), recordKey, version));
    return new Answer(key, next, smsParts);
  }

  /**
   * @param smsParts by language, how many SMS each customer's message costs, before values are in
   */
  record Answer(String key, int version, Map<String, Integer> smsParts) {}
}
