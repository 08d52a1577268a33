-- What a message whose answer was lost is recognised by in the provider's list: its text, as a hash, and the wall clock's
-- time, which is the provider's too.
alter table message add column body_hash uuid;
alter table attempt add column noted_at timestamptz;
alter table attempt alter column noted_at set default clock_timestamp();

create index attempt_at_provider on attempt (provider_id) where channel in ('SMS', 'CHAT');
