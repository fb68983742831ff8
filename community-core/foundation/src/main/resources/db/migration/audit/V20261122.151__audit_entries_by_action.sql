-- Serves the list of known actions and the filter by one.
create index audit_entry_by_action on audit_entry (action, id desc);
