-- A kill ends for good the single messages that were taken before it, also those that come in when everything may send
-- again. Both are versions of the kill switch, so no clocks are compared. A run has none: its own control ends it.
alter table message add column sending_version bigint;
alter table run_control add column killed_version bigint;
