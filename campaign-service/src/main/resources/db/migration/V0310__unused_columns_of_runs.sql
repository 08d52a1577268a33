-- What the batches of a run have said since V0300.
alter table run_message drop column message_id, drop column data;
