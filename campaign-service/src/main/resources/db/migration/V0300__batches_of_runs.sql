-- Members come in batches and leave in batches. What the gateway will be asked for lies here once, written out and
-- ready to leave, so that a member's own row is written when it is planned and when it is answered, and not in between.
create sequence run_batch_number;
create table run_batch (
  run_id    uuid   not null references run (id),
  bucket    int    not null check (bucket between 0 and 63),
  number    bigint not null,
  -- Rows of run_message that name this batch.
  members   int    not null check (members > 0),
  -- JSON of MessageRequests, one unless it would be too large; emptied when they are pumped. Not compressed: read once, soon.
  requests  bytea[],
  -- When its messages were requested, or skipped.
  pumped_at timestamptz,
  primary key (run_id, bucket, number)
);
alter table run_batch alter column requests set storage external;
create index run_batch_pending on run_batch (run_id, bucket, number) where pumped_at is null;

-- How many messages the gateway was asked for, and, by bucket, how many of them it has answered and how many wait in it:
-- what holds the pump back and says that a run has ended. Kept in the transactions that change rows; reports count rows.
alter table run add column requested bigint not null default 0;
create table run_answer (
  run_id   uuid   not null references run (id),
  bucket   int    not null check (bucket between 0 and 63),
  answered bigint not null,
  deferred bigint not null,
  primary key (run_id, bucket)
);

-- A message of the batch is PENDING until it is answered; whether it was requested is the batch's to say.
alter table run_message add column batch bigint;
-- Computed from the run and the customer, and nobody looks a row up by it.
alter table run_message alter column message_id drop not null;
-- An index that names the state makes every answer a new entry in all indexes; without one, and with room on its page, a
-- row is changed in place. The foreign key was checked row by row; batches have it still.
drop index run_message_by_message;
drop index run_message_pending;
drop index run_message_unanswered;
drop index run_message_deferred;
alter table run_message drop constraint run_message_run_id_fkey;
alter table run_message set (fillfactor = 50);

-- What was asked and answered before; nothing was released, so no run waits to be pumped the former way.
update run r
   set requested = (select count(*) from run_message m where m.run_id = r.id and m.state <> 'PENDING');
insert into run_answer (run_id, bucket, answered, deferred)
select run_id, bucket, count(*) filter (where state not in ('PENDING', 'REQUESTED')),
       count(*) filter (where state = 'DEFERRED')
  from run_message
 group by run_id, bucket;
