-- Keys of those who call. Of the secret there is only its hash.
create table api_key (
  id           text        primary key,
  name         text        not null,
  hash         bytea       not null,
  scopes       text[]      not null,
  created_at   timestamptz not null,
  created_by   text        not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz
);
