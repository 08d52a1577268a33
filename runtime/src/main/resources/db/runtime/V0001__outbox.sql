-- What leaves the service, one row per batch, published by bucket in seq order.
create table outbox_bucket (
  bucket       int    primary key check (bucket between 0 and 63),
  next_seq     bigint not null default 1
);
insert into outbox_bucket (bucket) select generate_series(0, 63);

create table outbox (
  bucket        int         not null,
  seq           bigint      not null,
  id            uuid        not null,
  topic         text        not null,
  record_keys   text[]      not null,
  record_values bytea[]     not null,
  headers       jsonb       not null,
  created_at    timestamptz not null,
  primary key (bucket, seq)
);

-- Which replica publishes a bucket. Apart from outbox_bucket, so that a relay never waits for a transaction.
create table outbox_relay (
  bucket       int  primary key check (bucket between 0 and 63),
  leased_by    text,
  leased_until timestamptz not null default '-infinity'
);
insert into outbox_relay (bucket) select generate_series(0, 63);
