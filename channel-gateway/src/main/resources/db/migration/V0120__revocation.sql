-- Every no the gateway heard itself. It stands until lifted by the customer, and for a profile until
-- a card of that very profile has said it too: two profiles may share the address.
create table revocation (
    id        uuid        primary key,
    channel   text        not null,
    address   text        not null,
    topic     text        not null,
    cause     text        not null,
    evidence  text        not null,
    at        timestamptz not null,
    lifted_at timestamptz
);

create index revocation_standing on revocation (address, channel) where lifted_at is null;

create table revocation_fold (
    revocation_id uuid        not null references revocation (id) on delete cascade,
    profile_id    uuid        not null,
    folded_at     timestamptz not null,
    primary key (revocation_id, profile_id)
);

-- Whether a standing revocation forbids such a message to this profile at this address. The gate
-- says the same in Java; here it is asked once more, by the statement that moves rows to SENDING.
create function revoked(of_profile uuid, on_channel text, at_address text, of_category text, on_topic text)
    returns boolean
    language sql
    stable
return exists (
    select 1
      from revocation r
     where r.address = at_address
       and r.channel = on_channel
       and r.lifted_at is null
       and case
             when r.topic = 'ALL' then of_category <> 'TRANSACTIONAL' or on_channel in ('SMS', 'CHAT')
             when r.topic = 'MARKETING' then of_category in ('MARKETING', 'SURVEY')
             else of_category in ('MARKETING', 'SURVEY') and r.topic = on_topic
           end
       and not exists (
             select 1
               from revocation_fold f
              where f.revocation_id = r.id and f.profile_id = of_profile));
