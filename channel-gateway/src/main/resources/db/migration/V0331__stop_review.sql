-- Sentences that were taken for a STOP: bound at once, and shown to somebody who reads them.
create table stop_review (
    -- The message's.
    id            uuid        primary key references inbound (id),
    revocation_id uuid        not null references revocation (id),
    phrase        text        not null,
    asked_at      timestamptz not null,
    verdict       text        check (verdict in ('STOP', 'NO_STOP')),
    decided_at    timestamptz,
    decided_by    text
);
create index stop_review_open on stop_review (asked_at desc, id desc) where verdict is null;
create index stop_review_decided on stop_review (asked_at desc, id desc) where verdict is not null;
