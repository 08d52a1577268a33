-- In whose trace a message was asked for, when it was traced: its hand-offs go on in it. The transaction that stores it says
-- so (W3C Trace Context).
alter table message add column traceparent text;
alter table message
    alter column traceparent set default nullif(current_setting('campanile.traceparent', true), '');
