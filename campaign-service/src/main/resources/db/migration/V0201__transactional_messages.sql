-- One request to tell one customer one thing now, what became of it, and by which name its caller
-- may ask again. No address: whom it is for, the gateway knows.
create table transactional_message (
  message_id      uuid        primary key,
  caller          text        not null,
  -- Emptied when it is too old to be replayed and its caller uses the name again.
  idempotency_key text,
  request_hash    text        not null,
  source_id       uuid        not null,
  content_key     text        not null,
  content_version int         not null,
  category        text        not null,
  profile_id      uuid        not null,
  state           text        not null default 'REQUESTED',
  -- Of the receipt that was applied last.
  revision        int         not null default -1,
  channel         text,
  reason          text,
  requested_at    timestamptz not null,
  expires_at      timestamptz not null,
  state_at        timestamptz not null,
  unique (caller, idempotency_key)
) with (fillfactor = 85);
create index transactional_message_by_age on transactional_message using brin (requested_at);
