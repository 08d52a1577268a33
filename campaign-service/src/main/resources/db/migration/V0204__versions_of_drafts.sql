-- What an ETag names: whoever writes over something says which one was read.
alter table brand add column version bigint not null default 1;
alter table content add column version bigint not null default 1;
alter table campaign add column version bigint not null default 1;
