-- Who supplies a product of a cycle, and at what cost for a piece, as its leader noted it. The next cycle begins with the latest.
create table supply (
    community_id uuid not null,
    cycle_id uuid not null,
    product_name text not null check (length(product_name) between 1 and 200),
    spec text not null check (length(spec) <= 200),
    leader_id uuid not null,
    supplier text not null check (length(supplier) <= 40),
    cost_fen bigint check (cost_fen between 0 and 10000000),
    changed_at timestamptz not null default now(),
    primary key (community_id, cycle_id, product_name, spec)
);
-- Serves what a leader noted last of the same goods.
create index supply_latest on supply (community_id, leader_id, product_name, spec, changed_at desc);
