-- What was lost is looked for from the time it was handed over, by the wall clock, which is the provider's too. The doubt
-- may be written long after: the database was away, or the gateway. Only of the channels whose provider can be asked.
alter table message add column handed_over_at timestamptz;
alter table attempt drop column noted_at;

-- A message in the provider's list is one lost hand-off's, and no second one's.
create table listed_message (
    provider_id text        primary key,
    message_id  uuid        not null,
    attempt     int         not null,
    taken_at    timestamptz not null default clock_timestamp()
);
