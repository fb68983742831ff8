-- Some commands may be done only so often by one person: they say which kind they are, and are counted where they are
-- claimed, so that a limit costs no statement of its own and locks nothing that others wait for.
alter table command_key add column pace text;
create index command_key_by_pace on command_key (principal, pace, created_at) where pace is not null;
