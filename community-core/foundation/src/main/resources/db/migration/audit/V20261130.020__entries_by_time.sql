-- Serves the operators' table, which goes by time in both directions and is picked out by days.
create index audit_entry_by_time on audit_entry (at, id);
