-- Serve the daily forgetting, which looks at the oldest of every community.
create index list_print_by_time on list_print (printed_at);
create index list_version_by_time on list_version (said_at);
