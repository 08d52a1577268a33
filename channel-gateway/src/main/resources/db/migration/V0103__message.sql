-- The ledger: one row for one intent to tell one customer one thing. Time is part of the key so
-- that old messages are dropped by partition; until retention makes months, all are in one.
create table message (
    message_id       uuid        not null,
    planned_on       date        not null,
    bucket           int         not null,
    profile_id       uuid        not null,
    source_key       text        not null,
    run_id           uuid        not null,
    content_key      text        not null,
    content_version  int         not null,
    category         text        not null,
    topic            text,
    plan             text        not null,
    lane             text        not null,
    expires_at       timestamptz not null,
    card_version     bigint      not null,
    arrived_at       timestamptz not null,

    state            text        not null,
    revision         int         not null,
    changed_at       timestamptz not null,
    channel          text,
    address          text,
    locale           text,
    reason           text,
    answer           text,
    due_at           timestamptz,
    refused_channels text        not null,
    attempt          int         not null,
    possible_duplicate boolean   not null,
    gated_at         timestamptz,
    gated_card       bigint      not null,
    lease_epoch      int         not null default 0,
    leased_until     timestamptz,

    data             jsonb       not null,
    trace            jsonb,
    primary key (message_id, planned_on)
) partition by range (planned_on);

-- Room on each page for the versions a message goes through. Data and trace go out of line, so that
-- a change of state does not copy them.
create table message_all partition of message default
    with (fillfactor = 70, toast_tuple_target = 512, autovacuum_vacuum_scale_factor = 0.05);

create index message_of_run on message (run_id, message_id);
create index message_of_profile on message (profile_id, arrived_at);

-- The queues. What leaves a state leaves its index; the lease is in none, so taking one is cheap.
create index message_reserved on message (channel, lane, run_id, arrived_at) where state = 'RESERVED';
create index message_deferred on message (bucket, due_at) where state = 'DEFERRED';
create index message_sending on message (bucket) where state = 'SENDING';
create index message_unknown on message (changed_at) where state = 'UNKNOWN';

-- One row for each hand-off that came to something; while it is under way only the message says so.
create table attempt (
    message_id  uuid        not null,
    planned_on  date        not null,
    attempt     int         not null,
    channel     text        not null,
    state       text        not null,
    rank        int         not null,
    at          timestamptz not null,
    provider_id text,
    code        text,
    answer      text,
    primary key (message_id, attempt, planned_on)
) partition by range (planned_on);

create table attempt_all partition of attempt default;

-- A run goes to an address once, however many customers share it. The address is there as a hash
-- over run and address, worth nothing elsewhere.
create table run_claim (
    run_id       uuid not null,
    channel      text not null,
    address_hash uuid not null,
    message_id   uuid not null,
    primary key (run_id, channel, address_hash)
);
