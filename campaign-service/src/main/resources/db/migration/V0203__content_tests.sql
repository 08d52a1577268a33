-- Each test of a draft is a version of its own, so that a test under way keeps its text.
create sequence content_test_version as int;

-- The answers of requests that send, by the name their caller gave, so that asking twice is asking
-- once.
create table answered_request (
  route        text        not null,
  caller       text        not null,
  key          text        not null,
  request_hash text        not null,
  answer       jsonb       not null,
  created_at   timestamptz not null,
  primary key (route, caller, key)
);
create index answered_request_by_age on answered_request (created_at);
