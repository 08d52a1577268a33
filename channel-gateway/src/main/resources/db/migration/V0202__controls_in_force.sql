-- A control is settled when every message it is about has been through the gate again since. What is here already was
-- obeyed as messages came by.
alter table run_control
    add column changed_at timestamptz not null default clock_timestamp(),
    add column settled    boolean     not null default true;
alter table run_control alter column settled set default false;

create index run_control_unsettled on run_control (changed_at) where not settled;

-- What waits, by its reason and run.
create index message_deferred_why on message (reason, run_id) where state = 'DEFERRED';
