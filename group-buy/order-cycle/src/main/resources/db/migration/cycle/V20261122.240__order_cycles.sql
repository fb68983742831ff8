-- A leader's order cycle: products, a cut-off and a pickup time. The pickup point is a snapshot: paper already printed must stay right.
create table order_cycle (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    leader_id uuid not null,
    title text not null check (length(title) between 1 and 80),
    status text not null check (status in ('DRAFT', 'OPEN', 'CLOSED', 'ARRIVED', 'DONE')),
    opens timestamptz not null,
    cut_off timestamptz not null,
    pickup_point_id uuid not null,
    pickup_name text not null,
    pickup_area text not null,
    pickup_address text not null,
    pickup_hours text not null,
    pickup_from timestamptz not null,
    pickup_until timestamptz not null,
    closed_at timestamptz,
    arrived_at timestamptz,
    done_at timestamptz,
    version int not null,
    primary key (community_id, id),
    unique (community_id, code),
    check (opens < cut_off),
    check (cut_off <= pickup_from),
    check (pickup_from < pickup_until)
);
create index order_cycle_by_leader on order_cycle (community_id, leader_id, cut_off desc);

-- What the cycle sells. Price and limit are the cycle's own: the catalogue may change under it.
create table cycle_product (
    community_id uuid not null,
    id uuid not null,
    cycle_id uuid not null,
    position int not null check (position >= 0),
    sku_id uuid,
    name text not null check (length(name) between 1 and 60),
    spec text not null check (length(spec) <= 60),
    price_fen bigint not null check (price_fen between 0 and 10000000),
    quantity_limit int check (quantity_limit > 0),
    taken int not null default 0 check (taken >= 0),
    picture text,
    primary key (community_id, id),
    unique (community_id, cycle_id, name, spec),
    foreign key (community_id, cycle_id) references order_cycle (community_id, id),
    constraint cycle_product_limit_holds check (quantity_limit is null or taken <= quantity_limit)
);
