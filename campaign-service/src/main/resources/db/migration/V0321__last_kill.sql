-- The version of the last kill. The gateway is told of it with everything that is said later, so that what it ended stays so.
alter table sending add column killed_version bigint;
update sending set killed_version = version where state = 'KILLED';
