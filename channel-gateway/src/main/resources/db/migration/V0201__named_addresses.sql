-- A message may name an address instead of a customer.
alter table message
    add column to_channel text,
    add column to_address text,
    add column to_locale  text,
    add constraint named_whole check ((to_channel is null) = (to_address is null));

-- The cards an address was looked up on, as one number: another card, or another version, is another number.
create function holder_state(of_profile uuid, at_version bigint)
    returns bigint
    language sql
    immutable
return hashtextextended(of_profile::text || ' ' || at_version, 0);

create function holders_state(on_channel text, at_address text)
    returns bigint
    language sql
    stable
return (
    select coalesce(bit_xor(holder_state(c.profile_id, c.version)), 0)
      from contact_address a
      join contact_card c on c.profile_id = a.profile_id
     where a.address = at_address and a.channel = on_channel);

-- Whether every profile that holds the address says this no on its card, so that the cards' word counts.
create function folded_by_all(said uuid, on_channel text, at_address text)
    returns boolean
    language sql
    stable
return exists (
    select 1
      from contact_address a
     where a.address = at_address and a.channel = on_channel)
and not exists (
    select 1
      from contact_address a
     where a.address = at_address and a.channel = on_channel
       and not exists (
             select 1
               from revocation_fold f
              where f.revocation_id = said and f.profile_id = a.profile_id));

-- As revoked(), for whoever reads the address.
create function revoked_at(on_channel text, at_address text, of_category text, on_topic text)
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
       and not folded_by_all(r.id, on_channel, at_address));
