-- What a cycle's lists said at one moment, order by order. Names are masked; a full phone number cannot get in.
create table list_version (
    community_id uuid not null,
    cycle_id uuid not null,
    fingerprint text not null check (fingerprint ~ '^[0-9A-F]{64}$'),
    standing jsonb not null,
    said_at timestamptz not null default now(),
    primary key (community_id, cycle_id, fingerprint),
    constraint list_version_knows_no_phone check (
        -- an order's code may hold any digits
        regexp_replace(standing::text, '"order": "[0-9A-Z]{14}"', '', 'g') !~ '(^|[^0-9])1[3-9][0-9]{9}([^0-9]|$)')
);

-- Each list printed or downloaded; many share what they said.
create table list_print (
    community_id uuid not null,
    id uuid not null,
    cycle_id uuid not null,
    kind text not null check (kind in (
        'BY_ROOM', 'BY_PRODUCT', 'BY_BUILDING', 'PACK_MATRIX', 'LABELS', 'DELIVERY_NOTES', 'DRIVER_SHEET')),
    form text not null check (form in ('PDF', 'XLSX')),
    fingerprint text not null,
    printed_at timestamptz not null default clock_timestamp(),
    printed_by uuid not null,
    primary key (community_id, id),
    constraint list_print_of_version foreign key (community_id, cycle_id, fingerprint)
        references list_version (community_id, cycle_id, fingerprint)
);
create index list_print_latest on list_print (community_id, cycle_id, kind, printed_at desc, id desc);

create function list_print_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'What was printed stays as it was' using errcode = 'check_violation';
end $$;
create trigger list_print_append_only before update on list_print
    for each row execute function list_print_append_only();
create trigger list_version_append_only before update on list_version
    for each row execute function list_print_append_only();
