-- Those that are open, the longest open first.
create index service_case_open on service_case (opened_at, profile_id, key) where closed_at is null;
