-- A row lives for milliseconds: compressing its batch, and expanding it for the relay, cost more than they saved.
-- Kafka's client compresses what leaves.
alter table outbox alter column record_values set storage external;
alter table outbox_unordered alter column record_values set storage external;
