create table brand (
  key            text        primary key,
  name           text        not null,
  website        text,
  postal_address text        not null,
  email_from     text        not null,
  reply_to       text,
  sms_from       text,
  chat_from      text,
  color          text,
  logo_url       text,
  updated_at     timestamptz not null
);

-- What an author is working on, kept as written: text and not jsonb, which would lose the order.
create table content (
  key        text        primary key,
  draft      text        not null,
  updated_at timestamptz not null
);

-- What was published, which never changes.
create table content_version (
  content_key  text        not null references content (key),
  version      int         not null check (version > 0),
  fingerprint  text        not null,
  category     text        not null,
  topic        text,
  variables    text[]      not null,
  definition   jsonb       not null,
  published_at timestamptz not null,
  primary key (content_key, version)
);

create table campaign (
  key           text        primary key,
  name          text        not null,
  content       text        not null,
  segment       text        not null,
  category      text        not null,
  topic         text,
  channels      text[]      not null,
  expires_after text        not null,
  updated_at    timestamptz not null
);
