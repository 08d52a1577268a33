-- Frozen contents; a version never changes once it is here.
create table content_version (
    content_key text  not null,
    version     int   not null,
    body        jsonb not null,
    primary key (content_key, version)
);
