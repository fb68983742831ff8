-- What of an order went back line by line while the order itself goes on: captured money = amount + returned.
alter table orders add column returned_fen bigint not null default 0 check (returned_fen >= 0);

-- Each time a line became fewer pieces, or none: what it was, what it is, what went back, and why.
create table order_line_change (
    community_id uuid not null,
    order_id uuid not null,
    step bigint generated always as identity,
    product_name text not null,
    spec text not null,
    was int not null,
    becomes int not null check (becomes >= 0),
    returned_fen bigint not null check (returned_fen >= 0),
    at timestamptz not null default clock_timestamp(),
    actor_id uuid,
    cause text not null check (cause <> ''),
    primary key (community_id, order_id, step),
    foreign key (community_id, order_id) references orders (community_id, id),
    constraint order_line_change_only_fewer check (becomes < was)
);
create trigger order_line_change_append_only before update or delete on order_line_change
    for each row execute function order_history_append_only();
create trigger order_line_change_no_truncate before truncate on order_line_change
    for each statement execute function order_history_append_only();
