-- What profile-service last said of each customer. Erased wins over any version, for good.
create table contact_card (
    profile_id uuid    primary key,
    version    bigint  not null,
    erased     boolean not null,
    card       jsonb,
    check (erased = (card is null))
);

-- Who holds an address.
create table contact_address (
    channel    text not null,
    address    text not null,
    profile_id uuid not null,
    primary key (address, channel, profile_id)
);

create index contact_address_profile on contact_address (profile_id);

-- Every card decided before then has been heard. Marketing waits while it is too old.
create table bucket_heartbeat (
    bucket int         primary key check (bucket between 0 and 63),
    at     timestamptz not null
);

-- What a provider taught us about an address, until every card that holds it says so too.
create table address_suppression (
    channel text        not null,
    address text        not null,
    reason  text        not null,
    code    text        not null,
    at      timestamptz not null,
    primary key (address, channel)
);
