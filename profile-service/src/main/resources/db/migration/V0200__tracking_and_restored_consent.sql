-- Whether a customer agreed that opens and clicks are recorded; without an answer the workspace's default holds.
alter table profile add column tracking text check (tracking in ('GRANTED', 'DENIED'));

-- Revocations a customer took back with START. Apart from the folded ones: the news may come in the other order.
create table restored_revocation (
  revocation_id  uuid        primary key,
  restoration_id uuid        not null,
  restored_at    timestamptz not null
);

-- What a revocation took is the state of its topic.
alter table folded_revocation add column topic text;
update folded_revocation f
   set topic = e.topic
  from consent_entry e
 where e.address = f.address
   and e.channel = f.channel
   and e.proof like 'revocation ' || f.revocation_id || ':%';

-- A line that only says what holds again because a revocation was taken back; it is no saying of its own.
alter table consent_entry add column restores boolean not null default false;
