-- Records that need no order among themselves, such as single transactional messages: adding one
-- takes no bucket's lock, so that nobody who waits for an answer waits for a batch.
create table outbox_unordered (
  id            bigint      generated always as identity primary key,
  record_id     uuid        not null,
  bucket        int         not null check (bucket between 0 and 63),
  topic         text        not null,
  record_keys   text[]      not null,
  record_values bytea[]     not null,
  headers       jsonb       not null,
  created_at    timestamptz not null
);
