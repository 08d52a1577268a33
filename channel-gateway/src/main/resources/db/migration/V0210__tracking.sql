-- Opens and clicks as they come, for the few seconds until it is known who they are by. An empty link is the pixel. Neither
-- the reader's address nor their program is kept.
create table reading_arrived (
    id         uuid        primary key,
    message_id uuid        not null,
    planned_on date        not null,
    link       text        not null,
    reader     text        not null,
    at         timestamptz not null
);

create index reading_arrived_at on reading_arrived (at);
create index reading_arrived_message on reading_arrived (message_id);

-- What became of them: one row for a message, a link and a kind of reader, however often they come.
create table reading (
    message_id uuid        not null,
    planned_on date        not null,
    link       text        not null,
    reader     text        not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    count      bigint      not null,
    told_at    timestamptz not null,
    primary key (message_id, planned_on, link, reader)
) partition by range (planned_on);

create table reading_all partition of reading default;
