-- Uploaded pictures, re-encoded; each in the widths that pages ask for. The code is random: knowing it is being allowed to look.
create table picture (
    code text primary key check (code ~ '^[a-z0-9]{20}$'),
    owner uuid not null,
    created_at timestamptz not null default now()
);

create table picture_size (
    code text not null references picture (code) on delete cascade,
    width int not null check (width in (400, 800, 1600)),
    jpeg bytea not null,
    primary key (code, width)
);
