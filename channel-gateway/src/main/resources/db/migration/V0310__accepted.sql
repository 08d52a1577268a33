-- What an accepted mail came to: most messages end so, and need no row of their own in attempt for it.
alter table message add column provider_id text, add column accepted_at timestamptz;

-- Asked for each message that is rendered and for each click: not taken out of the card each time.
alter table contact_card
    add column tracking boolean generated always as (coalesce(card ->> 'tracking' = 'true', false)) stored;
