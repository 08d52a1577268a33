-- Where the launch belongs to a trace: the messages that are asked for later belong to it too.
alter table run add column traceparent text;
