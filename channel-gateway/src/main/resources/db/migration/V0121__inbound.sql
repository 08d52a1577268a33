-- What customers wrote: each once, by the provider's id.
create table inbound (
    id          uuid        primary key,
    provider_id text        not null unique,
    channel     text        not null,
    sender      text        not null,
    recipient   text        not null,
    body        text        not null,
    intent      text        not null,
    reply       text,
    received_at timestamptz not null
);

create index inbound_sender on inbound (sender, received_at desc);

-- Opens for 24 hours with every word of the customer, to the number they wrote to.
create table chat_window (
    customer     text        not null,
    business     text        not null,
    last_inbound timestamptz not null,
    primary key (customer, business)
);
