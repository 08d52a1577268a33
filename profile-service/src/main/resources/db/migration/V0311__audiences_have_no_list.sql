-- What the pages of a snapshot have said since V0300.
drop table audience_member;
alter table audience_bucket drop column sent_to;
