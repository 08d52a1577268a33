-- One launch of a campaign, with everything it was launched with.
create table run (
  id              uuid        primary key default uuidv7(),
  campaign_key    text        not null references campaign (key),
  content_key     text        not null,
  content_version int         not null,
  segment         text        not null,
  category        text        not null,
  topic           text,
  plan            text[]      not null,
  launched_at     timestamptz not null,
  expires_at      timestamptz not null,
  planned_on      date        not null,
  -- Where the pump goes on, so that it serves every bucket in turn.
  pumped_bucket   int         not null default 0,
  -- When the last message of a complete audience was requested: the pump is done with the run.
  pumped_at       timestamptz,
  foreign key (content_key, content_version) references content_version (content_key, version)
);
create index run_of_campaign on run (campaign_key, id desc);
create index run_to_pump on run (id) where pumped_at is null;

-- What profile-service says each bucket's audience counts.
create table run_bucket (
  run_id  uuid not null references run (id),
  bucket  int  not null check (bucket between 0 and 63),
  members int  not null check (members >= 0),
  primary key (run_id, bucket)
);

-- One row per customer of a run: counting them is the report.
create table run_message (
  run_id       uuid        not null references run (id),
  profile_id   uuid        not null,
  message_id   uuid        not null,
  bucket       int         not null check (bucket between 0 and 63),
  state        text        not null default 'PENDING',
  card_version bigint      not null,
  -- The customer's values for the content; emptied when the message is requested.
  data         jsonb,
  -- Of the receipt that was applied last.
  revision     int         not null default -1,
  channel      text,
  reason       text,
  state_at     timestamptz not null,
  primary key (run_id, profile_id)
);
create unique index run_message_by_message on run_message (message_id);
create index run_message_pending on run_message (run_id, bucket) where state = 'PENDING';
create index run_message_unanswered on run_message (run_id) where state = 'REQUESTED';

-- The answers of requests that send, so that asking twice is asking once.
create table idempotency_key (
  route        text        not null,
  key          text        not null,
  request_hash text        not null,
  run_id       uuid        not null references run (id),
  created_at   timestamptz not null,
  primary key (route, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);
