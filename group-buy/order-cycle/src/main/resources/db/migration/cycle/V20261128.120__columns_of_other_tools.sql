-- What the columns of another tool's export say; null where this program knows them, or nobody has said yet.
alter table cycle_import add column column_map jsonb;

-- Said once by a leader for all files with these headers.
create table cycle_import_columns (
    community_id uuid not null,
    leader_id uuid not null,
    -- of all headers together, in whatever sequence
    signature text not null,
    column_map jsonb not null,
    said_at timestamptz not null default now(),
    primary key (community_id, leader_id, signature)
);
