package dev.campanile.profile.audience;

import dev.campanile.contracts.AudienceBucketCompleted;
import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.Topic;
import dev.campanile.profile.segment.RuleSql;
import dev.campanile.profile.segment.SegmentRepository;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Streams audiences to the runs that asked. Each bucket is a snapshot taken once; pages follow in
 * transactions of their own, so a crash resumes behind the last page that left.
 */
@ApplicationScoped
public class AudienceStreamer {

  private static final Duration IDLE = Duration.ofMillis(500);

  /** So many leave in one transaction: a commit is paid for by two thousand members. */
  static final int PAGES_AT_ONCE = 4;

  /** After so many transactions another bucket has its turn. */
  private static final int TRANSACTIONS_A_TURN = 5;

  private final Database database;
  private final AudienceRepository audiences;
  private final SegmentRepository segments;
  private final MemberPages pages;
  private final Outbox outbox;
  private final Duration lease;
  private @Nullable Worker worker;

  AudienceStreamer(
      Database database,
      AudienceRepository audiences,
      SegmentRepository segments,
      MemberPages pages,
      Outbox outbox,
      @ConfigProperty(name = "campanile.audience.lease", defaultValue = "PT30S") Duration lease) {
    this.database = database;
    this.audiences = audiences;
    this.segments = segments;
    this.pages = pages;
    this.outbox = outbox;
    this.lease = lease;
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("audience-streamer", IDLE, this::turn);
  }

  void stop(@Observes ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
    }
  }

  /** A run asked. */
  void wake() {
    if (worker != null) {
      worker.wake();
    }
  }

  /** Whether there was a bucket to work on. */
  private boolean turn() {
    Optional<BucketStream> claimed = claim();
    if (claimed.isEmpty()) {
      return false;
    }
    BucketStream stream = claimed.get();
    for (int done = 1; !stream.isCompleted() && done <= TRANSACTIONS_A_TURN; done++) {
      stream = sendPages(stream, done == TRANSACTIONS_A_TURN);
    }
    return true;
  }

  /** Claims a bucket, and takes its snapshot with the claim. */
  Optional<BucketStream> claim() {
    return database.transaction(
        handle -> {
          Optional<BucketStream> claimed = audiences.claim(handle, lease);
          if (claimed.isEmpty() || claimed.get().state() != BucketStream.State.WAITING) {
            return claimed;
          }
          BucketStream begun = claimed.get().begun(snapshot(handle, claimed.get()));
          audiences.advance(handle, begun, false, lease);
          return Optional.of(begun);
        });
  }

  /** How many pages there are; none when the segment is not known. */
  private int snapshot(Handle handle, BucketStream stream) {
    String rule = stream.rule();
    return rule == null ? 0 : pages.snapshot(handle, stream, RuleSql.compile(segments.read(rule)));
  }

  /** The pages and the progress commit together; the last one brings the number of members. */
  BucketStream sendPages(BucketStream stream, boolean release) {
    return database.transaction(
        handle -> {
          int to = Math.min(stream.pages(), stream.nextPage() + PAGES_AT_ONCE);
          List<Member> members = pages.members(handle, stream, to);
          List<OutgoingRecords> records = new ArrayList<>(MemberPages.records(stream, members));
          BucketStream next = stream.sent(to, members.size());
          if (next.isCompleted()) {
            pages.forget(handle, next);
            records.add(completed(next));
          }
          audiences.advance(handle, next, release, lease);
          outbox.add(handle, records);
          return next;
        });
  }

  private static OutgoingRecords completed(BucketStream stream) {
    return OutgoingRecords.of(
        Topic.AUDIENCE_MEMBERS,
        stream.bucket(),
        "bucket-" + stream.bucket().value(),
        new AudienceBucketCompleted(stream.run(), stream.bucket(), stream.members()));
  }
}
