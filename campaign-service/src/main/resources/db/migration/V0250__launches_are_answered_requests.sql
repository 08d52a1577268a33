-- A launch is answered again under the same key as every other request that sends: by route and caller.
drop table idempotency_key;
