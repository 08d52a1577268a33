-- Uploads. The file is dropped when it is worked off: it is personal data.
create table import_job (
  id           uuid        primary key,
  source       text        not null,
  state        text        not null check (state in ('RUNNING', 'COMPLETED', 'FAILED')),
  csv          bytea,
  taken_rows   int         not null default 0,
  imported     int         not null default 0,
  refused      int         not null default 0,
  failure      text,
  attempts     int         not null default 0,
  lease_epoch  bigint      not null default 0,
  leased_until timestamptz not null default '-infinity',
  created_at   timestamptz not null,
  ended_at     timestamptz
);
create index import_job_running on import_job (created_at) where state = 'RUNNING';

create table import_refusal (
  import_id uuid   not null references import_job,
  row       bigint not null,
  position  int    not null,
  field     text   not null,
  value     text   not null,
  reason    text   not null,
  primary key (import_id, row, position)
);
