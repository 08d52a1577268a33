-- fact_id and revision name what happened: a message and its revision, or an answer's own id.
create table timeline_entry (
  profile_id uuid        not null,
  fact_id    uuid        not null,
  revision   int         not null,
  at         timestamptz not null,
  kind       text        not null,
  channel    text,
  message_id uuid,
  source     jsonb,
  reason     text,
  detail     text,
  primary key (profile_id, fact_id, revision)
);
create index timeline_entry_by_time on timeline_entry (profile_id, at desc, fact_id desc, revision desc);
