-- Every receipt is an entry, so each index is paid for by every message. A customer has some hundreds of entries at most,
-- which the key finds together: putting them in order is done when somebody looks.
drop index timeline_entry_by_time;
