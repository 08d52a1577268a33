-- Whether a run may send, as its newest control said; versions tell the gateway which is newest.
alter table run
  add column control         text   not null default 'RUNNING'
                             check (control in ('RUNNING', 'PAUSED', 'CANCELLED')),
  add column control_version bigint not null default 1,
  add column controlled_at   timestamptz,
  add column controlled_by   text,
  -- Why what was not requested yet is skipped.
  add column cancel_reason   text check (cancel_reason in ('RUN_CANCELLED', 'KILLED')),
  add constraint a_cancelled_run_says_why check ((control = 'CANCELLED') = (cancel_reason is not null));

-- Whether anything is left to control.
create index run_message_deferred on run_message (run_id) where state = 'DEFERRED';

-- The kill switch: one row for everything.
create table sending (
  one        boolean     primary key default true check (one),
  state      text        not null check (state in ('RUNNING', 'PAUSED', 'KILLED')),
  version    bigint      not null,
  reason     text,
  changed_by text,
  changed_at timestamptz
);
insert into sending (state, version) values ('RUNNING', 0);

-- Runs that a kill ended; the gateway is told of each before everything may send again.
alter table run add column killed_by_version bigint;
create index run_killed on run (killed_by_version) where killed_by_version is not null;
