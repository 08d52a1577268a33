create table segment (
  key        text        primary key,
  version    bigint      not null,
  name       text        not null,
  rule       jsonb       not null,
  updated_at timestamptz not null
);

-- A run's audience, with the rule as it was when the run asked; without one the segment was unknown.
create table audience_run (
  run_id       uuid        primary key,
  segment      text        not null,
  rule         jsonb,
  fields       text[]      not null,
  failure      text,
  requested_at timestamptz not null
);

create table audience_bucket (
  run_id       uuid        not null references audience_run,
  bucket       int         not null,
  state        text        not null check (state in ('WAITING', 'STREAMING', 'COMPLETED')),
  sent_to      uuid,
  members      int         not null default 0,
  lease_epoch  bigint      not null default 0,
  leased_until timestamptz not null default '-infinity',
  primary key (run_id, bucket)
);
create index audience_bucket_open on audience_bucket (run_id, bucket) where state <> 'COMPLETED';

-- Who was found, until the bucket is completed.
create table audience_member (
  run_id       uuid   not null,
  bucket       int    not null,
  profile_id   uuid   not null,
  card_version bigint not null,
  primary key (run_id, bucket, profile_id)
);
