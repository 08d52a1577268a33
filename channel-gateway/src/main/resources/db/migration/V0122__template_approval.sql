-- The provider's word on its chat templates, as last heard.
create table template_approval (
    sid        text        primary key,
    status     text        not null,
    asked_for  timestamptz not null,
    checked_at timestamptz
);
