-- What an operator did to many rows of a long table at once, row by row, so that it can be read after the page was left.
create table table_act (
    id uuid primary key,
    member_id uuid not null,
    page varchar(40) not null check (page ~ '^[a-z-]+$'),
    act varchar(40) not null check (act ~ '^[a-z-]+$'),
    query varchar(2000) not null,
    reason varchar(200) not null,
    lines jsonb not null check (jsonb_typeof(lines) = 'array'),
    at timestamptz not null default now()
);

-- Serves forgetting what is older than anybody asks about.
create index table_act_by_time on table_act (at);
