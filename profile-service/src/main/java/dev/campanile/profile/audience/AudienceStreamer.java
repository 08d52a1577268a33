package dev.campanile.profile.audience;

import dev.campanile.contracts.AudienceBucketCompleted;
import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.Topic;
import dev.campanile.profile.segment.RuleSql;
import dev.campanile.profile.segment.SegmentCondition;
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
 * Streams audiences to the runs that asked. Whoever belongs to a bucket is found once: the first
 * ones leave in that transaction, the others of a large bucket from a snapshot, in transactions of
 * their own, so a crash resumes behind the last page that left.
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

  /** Claims a bucket; one that is new goes out with the claim, as far as it is not large. */
  Optional<BucketStream> claim() {
    return database.transaction(
        handle -> {
          Optional<BucketStream> claimed = audiences.claim(handle, lease);
          return claimed.map(
              stream ->
                  stream.state() == BucketStream.State.WAITING ? begin(handle, stream) : stream);
        });
  }

  private BucketStream begin(Handle handle, BucketStream stream) {
    String rule = stream.rule();
    List<Member> first = List.of();
    int left = 0;
    if (rule != null) {
      SegmentCondition condition = RuleSql.compile(segments.read(rule));
      first = pages.first(handle, stream, condition);
      left =
          first.size() < MemberPages.FIRST
              ? 0
              : pages.snapshot(handle, stream, condition, first.getLast().profileId());
    }
    BucketStream begun = stream.begun(first.size(), left);
    send(handle, begun, first, false);
    return begun;
  }

  /** The pages and the progress commit together. */
  BucketStream sendPages(BucketStream stream, boolean release) {
    return database.transaction(
        handle -> {
          int to = Math.min(stream.pages(), stream.nextPage() + PAGES_AT_ONCE);
          List<Member> members = pages.members(handle, stream, to);
          BucketStream next = stream.sent(to, members.size());
          if (next.isCompleted()) {
            pages.forget(handle, next);
          }
          send(handle, next, members, release);
          return next;
        });
  }

  /** The last ones of a bucket bring their number. */
  private void send(Handle handle, BucketStream stream, List<Member> members, boolean release) {
    List<OutgoingRecords> records = new ArrayList<>(MemberPages.records(stream, members));
    if (stream.isCompleted()) {
      records.add(completed(stream));
    }
    audiences.advance(handle, stream, release, lease);
    outbox.add(handle, records);
  }

  private static OutgoingRecords completed(BucketStream stream) {
    return OutgoingRecords.of(
        Topic.AUDIENCE_MEMBERS,
        stream.bucket(),
        "bucket-" + stream.bucket().value(),
        new AudienceBucketCompleted(stream.run(), stream.bucket(), stream.members()));
  }
}
