-- The relays that are alive: each takes its share of the buckets.
create table live_relay (
  id          text        primary key,
  alive_until timestamptz not null
);
