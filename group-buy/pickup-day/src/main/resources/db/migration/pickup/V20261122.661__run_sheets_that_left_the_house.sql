-- What the last printed run sheet of a cycle said, in the sequence it is walked. Names are masked; a full phone number cannot
-- get in.
create table walk_print (
    community_id uuid not null,
    cycle_id uuid not null,
    standing jsonb not null,
    printed_at timestamptz not null default clock_timestamp(),
    printed_by uuid not null,
    primary key (community_id, cycle_id),
    constraint walk_print_knows_no_phone check (
        regexp_replace(standing::text, '"order": "[0-9A-Z]{14}"', '', 'g') !~ '(^|[^0-9])1[3-9][0-9]{9}([^0-9]|$)')
);
create index walk_print_by_time on walk_print (printed_at);
