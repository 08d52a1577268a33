package dev.campanile.profile.audience;

import dev.campanile.contracts.AudienceBucketCompleted;
import dev.campanile.contracts.AudienceMembers;
import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.Batch;
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
import org.jspecify.annotations.Nullable;

/**
 * Streams audiences to the runs that asked. Each bucket is a snapshot taken once; pages follow in
 * transactions of their own, so a crash resumes behind the last page that left.
 */
@ApplicationScoped
public class AudienceStreamer {

  private static final Duration IDLE = Duration.ofMillis(500);

  /** After so many pages another bucket has its turn. */
  private static final int PAGES_A_TURN = 20;

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
    for (int page = 1; stream.state() != BucketStream.State.COMPLETED; page++) {
      stream = sendPage(stream, page % PAGES_A_TURN == 0);
      if (page == PAGES_A_TURN) {
        break;
      }
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
          BucketStream begun = claimed.get().begun();
          String rule = begun.rule();
          if (rule != null) {
            audiences.snapshot(handle, begun, RuleSql.compile(segments.read(rule)));
          }
          audiences.advance(handle, begun, false, lease);
          return Optional.of(begun);
        });
  }

  /** The page and the progress commit together; the last page brings the number of members. */
  BucketStream sendPage(BucketStream stream, boolean release) {
    return database.transaction(
        handle -> {
          List<Member> members = pages.next(handle, stream);
          List<OutgoingRecords> records = new ArrayList<>();
          for (AudienceMembers batch : MemberPages.records(stream, members)) {
            records.add(OutgoingRecords.batch(Topic.AUDIENCE_MEMBERS, batch));
          }
          BucketStream next =
              members.isEmpty()
                  ? stream
                  : stream.sent(members.getLast().profileId().value(), members.size());
          if (members.size() < Batch.MAX_ITEMS) {
            next = next.completed();
            audiences.forgetMembers(handle, next);
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
