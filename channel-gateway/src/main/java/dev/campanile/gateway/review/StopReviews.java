package dev.campanile.gateway.review;

import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.page.Cursor;
import dev.campanile.gateway.review.StopReview.Verdict;
import dev.campanile.gateway.revocation.Restorations;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Keeps them for review, and does what the verdict says. */
@ApplicationScoped
public class StopReviews {

  private static final String ADD =
      """
      insert into stop_review (id, revocation_id, phrase, asked_at)
      values (:id, :revocation, :phrase, :at)
      """;

  private static final String SELECT =
      """
      select s.*, i.channel, i.sender, i.recipient, i.body, r.lifted_at
        from stop_review s
        join inbound i on i.id = s.id
        join revocation r on r.id = s.revocation_id
      """;

  private static final String PAGE =
      SELECT
          + """
             where (s.verdict is not null) = :decided and (s.asked_at, s.id) < (:at, :after)
             order by s.asked_at desc, s.id desc
             limit :limit
            """;

  private static final String LOCK = SELECT + " where s.id = :id for update of s";

  private static final String DECIDE =
      """
      update stop_review
         set verdict = :verdict, decided_at = :at, decided_by = :by
       where id = :id
      """;

  private final Database database;
  private final Restorations restorations;
  private final Outbox outbox;
  private final InstantSource clock;

  StopReviews(Database database, Restorations restorations, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.restorations = restorations;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param message the customer's, which is stored
   * @param phrase the words it was taken for a STOP by
   */
  public void add(Handle handle, UUID message, Receipt.Revoked no, String phrase) {
    handle
        .createUpdate(ADD)
        .bind("id", message)
        .bind("revocation", no.revocationId())
        .bind("phrase", phrase)
        .bind("at", no.at())
        .execute();
  }

  /** Newest first. */
  List<StopReview> page(boolean decided, Cursor after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(PAGE)
                .bind("decided", decided)
                .bind("at", after.at())
                .bind("after", after.id())
                .bind("limit", limit)
                .map((row, _) -> StopReview.of(row))
                .list());
  }

  /** Decided again to the same, nothing changes. */
  StopReview decide(UUID id, Verdict verdict, String by) {
    Instant now = clock.instant();
    return database.transaction(
        handle -> {
          StopReview review = lock(handle, id);
          if (review.verdict() == verdict) {
            return review;
          }
          if (review.verdict() != null) {
            throw Problem.conflict(
                "ALREADY_DECIDED",
                "%s decided at %s that it is %s. What a customer wants in the end, the customer says: by START or STOP, or by a consent that is recorded in profile-service."
                    .formatted(review.decidedBy(), review.decidedAt(), review.verdict()));
          }
          handle
              .createUpdate(DECIDE)
              .bind("id", id)
              .bind("verdict", verdict)
              .bind("at", now)
              .bind("by", by)
              .execute();
          if (verdict == Verdict.NO_STOP) {
            restorations
                .lift(handle, review.revocationId(), "no stop, as read by " + by, now)
                .ifPresent(
                    yes -> outbox.add(handle, Revocations.receipts(yes.address(), List.of(yes))));
          }
          return lock(handle, id);
        });
  }

  private static StopReview lock(Handle handle, UUID id) {
    return handle
        .createQuery(LOCK)
        .bind("id", id)
        .map((row, _) -> StopReview.of(row))
        .findOne()
        .orElseThrow(() -> Problem.notFound("stop review " + id));
  }
}
