-- What a template says and its buttons are kept with the provider's word on it, and told to
-- campaign-service. All are asked for anew.
alter table template_approval rename to chat_template;
alter table chat_template
    drop column status,
    add column template jsonb;
update chat_template set checked_at = null;
