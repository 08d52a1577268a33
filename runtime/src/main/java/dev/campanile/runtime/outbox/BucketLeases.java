package dev.campanile.runtime.outbox;

import dev.campanile.contracts.Bucket;
import dev.campanile.runtime.database.Database;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The buckets one relay may publish. The relays that are alive share them: each holds at most its
 * part, gives up what is above it, and takes over what nobody holds any more. All times are the
 * database's.
 */
final class BucketLeases {

  private static final String BE_ALIVE =
      """
      insert into live_relay (id, alive_until)
      values (:me, now() + cast(:lease as interval))
      on conflict (id) do update set alive_until = excluded.alive_until
      """;

  private static final String FORGET_THE_DEAD =
      """
      delete from live_relay
       where id in (select id from live_relay
                     where alive_until < now()
                       for update skip locked)
      """;

  private static final String COUNT_THE_LIVING =
      "select count(*) from live_relay where alive_until > now()";

  /** Nobody waits for anybody's row: who is locked out tries again. */
  private static final String LEASE =
      """
      with held as (
        select bucket from outbox_relay
         where leased_by = :me and leased_until > now()
         order by bucket
         limit :share
           for update skip locked
      ),
      free as (
        select bucket from outbox_relay
         where leased_by is null or leased_until <= now()
         order by bucket
         limit greatest(0, :share - (select count(*) from held))
           for update skip locked
      )
      update outbox_relay r
         set leased_by = :me, leased_until = now() + cast(:lease as interval)
        from (select bucket from held union all select bucket from free) mine
       where r.bucket = mine.bucket
      returning r.bucket
      """;

  private static final String GIVE_UP =
      """
      update outbox_relay r
         set leased_by = null, leased_until = '-infinity'
        from (select bucket from outbox_relay
               where leased_by = :me and bucket <> all(:mine)
                 for update skip locked) surplus
       where r.bucket = surplus.bucket
      """;

  private static final String DIE = "delete from live_relay where id = :me";

  private final Database database;
  private final String me;
  private final Duration lease;
  private List<Integer> held = List.of();
  private long leasedAt = System.nanoTime();

  BucketLeases(Database database, String me, Duration lease) {
    this.database = database;
    this.me = me;
    this.lease = lease;
  }

  /**
   * Prolongs the lease, and takes or gives up buckets. Nothing may be in flight meanwhile: a bucket
   * given up is another relay's at once.
   *
   * @return whether this relay has its whole share
   */
  boolean renew() {
    // Before the statement: the lease counts from when the database made it, or earlier.
    long before = System.nanoTime();
    boolean whole =
        database.transaction(
            handle -> {
              run(handle, BE_ALIVE);
              handle.execute(FORGET_THE_DEAD);
              int living = handle.createQuery(COUNT_THE_LIVING).mapTo(Integer.class).one();
              int share = Math.ceilDiv(Bucket.COUNT, Math.max(1, living));
              held = lease(handle, share);
              giveUp(handle);
              // The last of three has a little less than a third rounded up.
              return held.size() >= Bucket.COUNT / Math.max(1, living);
            });
    leasedAt = before;
    return whole;
  }

  List<Integer> held() {
    return held;
  }

  /** A {@link System#nanoTime()}: from then on the buckets may be another's. */
  long expiry() {
    return leasedAt + lease.toNanos();
  }

  /** Leaves all of it to the others, at once. */
  void release() {
    held = List.of();
    database.inTransaction(
        handle -> {
          giveUp(handle);
          handle.createUpdate(DIE).bind("me", me).execute();
        });
  }

  private void run(Handle handle, String statement) {
    handle.createUpdate(statement).bind("me", me).bind("lease", lease.toString()).execute();
  }

  private List<Integer> lease(Handle handle, int share) {
    return handle
        .createQuery(LEASE)
        .bind("me", me)
        .bind("share", share)
        .bind("lease", lease.toString())
        .mapTo(Integer.class)
        .list();
  }

  private void giveUp(Handle handle) {
    handle.createUpdate(GIVE_UP).bind("me", me).bindArray("mine", Integer.class, held).execute();
  }
}
