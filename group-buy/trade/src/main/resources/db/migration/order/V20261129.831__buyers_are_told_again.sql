-- On which day an operator told an order's buyer once more what they have to do: once a day, whoever tells.
create table order_told_again (
    community_id uuid not null,
    order_id uuid not null,
    day date not null,
    told_by uuid not null,
    told_at timestamptz not null default now(),
    primary key (community_id, order_id, day),
    foreign key (community_id, order_id) references orders (community_id, id)
);
