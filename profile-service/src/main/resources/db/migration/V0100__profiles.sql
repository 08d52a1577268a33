-- Customers. card_digest is that of the card last told; version rises when it changes.
create table profile (
  id                uuid        primary key,
  bucket            int         not null check (bucket between 0 and 63),
  external_id       text        not null unique,
  version           bigint      not null default 0,
  card_digest       bytea,
  first_name        text,
  last_name         text,
  locale            text,
  country           text,
  zones             text[]      not null,
  zone_source       text        not null,
  preferred_channel text,
  traits            jsonb       not null default '{}',
  created_at        timestamptz not null,
  updated_at        timestamptz not null
);
create index profile_by_bucket on profile (bucket, id);

create table profile_address (
  profile_id uuid    not null references profile,
  channel    text    not null,
  address    text    not null,
  valid      boolean not null,
  primary key (profile_id, channel, address)
);
create index profile_address_by_address on profile_address (address, channel);

-- What was said; never changed, never deleted.
create table consent_entry (
  id          uuid        primary key default uuidv7(),
  address     text        not null,
  channel     text        not null,
  topic       text        not null,
  state       text        not null,
  said_at     timestamptz not null,
  how         text        not null,
  source      text        not null,
  wording     text,
  proof       text,
  recorded_at timestamptz not null,
  unique (address, channel, topic, state, said_at, source)
);

-- What follows from the ledger; kept in the transaction that appends to it.
create table consent_state (
  address   text        not null,
  channel   text        not null,
  topic     text        not null,
  state     text        not null,
  weight    int         not null,
  said_at   timestamptz not null,
  opted_out boolean     not null,
  how       text        not null,
  source    text        not null,
  primary key (address, channel, topic)
);

-- The gateway's revocations the ledger says already.
create table folded_revocation (
  revocation_id uuid        primary key,
  address       text        not null,
  channel       text        not null,
  said_at       timestamptz not null
);
create index folded_revocation_by_address on folded_revocation (address, channel);

create table suppression (
  address       text        not null,
  channel       text        not null,
  reason        text        not null,
  source        text        not null,
  detail        text        not null,
  suppressed_at timestamptz not null,
  primary key (address, channel)
);

create table service_case (
  profile_id uuid        not null references profile,
  key        text        not null,
  severity   text        not null,
  opened_at  timestamptz not null,
  closed_at  timestamptz,
  primary key (profile_id, key)
);

-- When the buckets were last said to be alive; one row, claimed by whoever says it.
create table heartbeat (
  beaten_at timestamptz not null
);
insert into heartbeat values ('-infinity');
