-- Who waits for a product of a cycle that was sold out, in the order they came; whoever is offered pieces has an order.
create table waiting_wish (
    community_id uuid not null,
    id uuid not null,
    cycle_id uuid not null,
    product_id uuid not null,
    member_id uuid not null,
    quantity int not null check (quantity between 1 and 99),
    turn bigint generated always as identity,
    since timestamptz not null default clock_timestamp(),
    status text not null default 'WAITING' check (status in ('WAITING', 'OFFERED', 'TAKEN', 'PASSED', 'LEFT')),
    order_id uuid,
    offered_at timestamptz,
    primary key (community_id, id),
    constraint waiting_wish_of_order unique (community_id, order_id),
    check ((status in ('WAITING', 'LEFT')) = (order_id is null)),
    check ((order_id is null) = (offered_at is null))
);
-- Nobody stands in a line twice.
create unique index waiting_wish_once on waiting_wish (community_id, product_id, member_id)
    where status in ('WAITING', 'OFFERED');
-- Serves the sweep, which only looks at those who wait.
create index waiting_wish_in_line on waiting_wish (community_id, cycle_id, product_id, turn) where status = 'WAITING';
create index waiting_wish_of_member on waiting_wish (community_id, cycle_id, member_id);
