-- How fast a campaign's messages may go to the gateway; null for as fast as it takes them.
alter table campaign add column messages_per_second int check (messages_per_second > 0);
alter table run
    add column messages_per_second int check (messages_per_second > 0),
    -- Until when what was requested lasts at that speed.
    add column paced_until         timestamptz;
