-- What the gate let pass together: messages of one channel, lane and turn. Whoever sends them holds one lease for all of
-- them, so that taking it, renewing it and giving it up is a change of one row. A message says which one it is in.
create table reservation (
    id           uuid        primary key,
    channel      text        not null,
    lane         text        not null,
    turn         uuid        not null,
    planned_on   date        not null,
    messages     uuid[]      not null,
    reserved_at  timestamptz not null,
    epoch        int         not null default 0,
    leased_until timestamptz
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create index reservation_free on reservation (channel, lane, turn, reserved_at) where leased_until is null;
create index reservation_leased on reservation (leased_until) where leased_until is not null;
create index reservation_turn on reservation (turn);

-- Messages that wait: DEFERRED ones for their time, UNKNOWN ones for a word of their provider. Small beside the ledger.
create table waiting (
    message_id uuid        primary key,
    planned_on date        not null,
    state      text        not null check (state in ('DEFERRED', 'UNKNOWN')),
    bucket     int         not null,
    turn       uuid        not null,
    reason     text        not null,
    due_at     timestamptz,
    since      timestamptz not null
);

create index waiting_due on waiting (bucket, due_at) where state = 'DEFERRED';
create index waiting_why on waiting (reason, turn) where state = 'DEFERRED';
create index waiting_unknown on waiting (since) where state = 'UNKNOWN';

insert into waiting (message_id, planned_on, state, bucket, turn, reason, due_at, since)
select message_id, planned_on, state, bucket, run_id, coalesce(reason, 'RETRY'), due_at, changed_at
  from message
 where state in ('DEFERRED', 'UNKNOWN');

alter table message add column reservation_id uuid;

with reserved as (
    select gen_random_uuid() as id, channel, lane, run_id, planned_on, array_agg(message_id) as messages,
           min(coalesce(gated_at, arrived_at)) as reserved_at, max(leased_until) as leased_until
      from message
     where state in ('RESERVED', 'SENDING')
     group by channel, lane, run_id, planned_on, state),
kept as (
    insert into reservation (id, channel, lane, turn, planned_on, messages, reserved_at, leased_until)
    select id, channel, lane, run_id, planned_on, messages, reserved_at, leased_until from reserved)
update message m
   set reservation_id = r.id
  from reserved r
 where m.message_id = any(r.messages) and m.planned_on = r.planned_on;

-- No index names what changes with every step of a message, so that a step touches its row and nothing else.
drop index message_reserved;
drop index message_deferred;
drop index message_deferred_why;
drop index message_sending;
drop index message_unknown;
alter table message drop column lease_epoch, drop column leased_until;

-- In the order in which they came: that of the pages of the index, too.
drop index message_of_run;
create index message_of_run on message (run_id, arrived_at, message_id);

-- Stored and read back as a whole, never searched.
alter table message alter column data type json, alter column trace type json;

-- Room for the two versions after the first on its own page; data and trace are small enough to stay in the row.
alter table message_all set (fillfactor = 50);
alter table message_all reset (toast_tuple_target);
