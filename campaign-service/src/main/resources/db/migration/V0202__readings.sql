-- Who opened and clicked: one row for a message, a link and a kind of reader, however often it was.
-- The events of it are kept by their ids, so that one that comes again is not counted again; past a
-- number of them nobody counts, see ReadingRepository.
create table reading (
  -- The run, or the transactional request.
  source_id  uuid        not null,
  message_id uuid        not null,
  kind       text        not null check (kind in ('OPENED', 'CLICKED')),
  -- Of the content; empty when a message was opened.
  link       text        not null,
  reader     text        not null,
  channel    text        not null,
  first_at   timestamptz not null,
  events     uuid[]      not null,
  primary key (source_id, message_id, kind, link, reader)
);
