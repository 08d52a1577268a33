-- Templates that the chat provider keeps, as channel-gateway last heard of them.
create table chat_template (
    sid       text        primary key,
    template  jsonb       not null,
    said_at   timestamptz not null
);
