-- An import can change or be cancelled where it came from; the latest news counts, in whatever order it arrives.
alter table import_fact add column as_of timestamptz not null default '-infinity';
alter table import_fact add column cancelled boolean not null default false;
