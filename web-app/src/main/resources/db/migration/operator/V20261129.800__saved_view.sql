-- How an operator looks at one of the long tables, kept under a name: what stands behind the "?" of the page's address.
create table saved_view (
    member_id uuid not null,
    page varchar(100) not null check (page ~ '^(/[a-z-]+)+$'),
    name varchar(40) not null check (btrim(name) = name and name <> ''),
    query varchar(2000) not null,
    saved_at timestamptz not null default now(),
    primary key (member_id, page, name)
);
