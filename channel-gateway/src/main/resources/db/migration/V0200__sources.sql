-- Besides runs of campaigns, single requests and tests. Their run_id is what they take turns as: all with one content.
alter table message
    add column source_type text not null default 'CAMPAIGN',
    add column request_id uuid;
