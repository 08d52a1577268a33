-- Customers by their ids and by the ids their sources have for them, each looked up in its index: a plan made while the
-- table was small would read all of it ever after.
create function profiles_named(ids uuid[], external_ids text[])
    returns setof profile
    language sql
    stable
    set enable_seqscan = off
as $$
    select p.* from profile p where p.id = any(ids)
     union all
    select p.* from profile p where p.external_id = any(external_ids) and p.id <> all(ids)
$$;
