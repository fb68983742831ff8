-- Where an order was to be collected before, and where from then on. What its snapshot said is remembered here.
create table order_point_change (
    community_id uuid not null,
    order_id uuid not null,
    step bigint generated always as identity,
    was_point_id uuid not null,
    was_name text not null,
    point_id uuid not null,
    name text not null,
    at timestamptz not null default clock_timestamp(),
    actor_id uuid,
    cause text not null check (cause <> ''),
    primary key (community_id, order_id, step),
    foreign key (community_id, order_id) references orders (community_id, id),
    constraint order_point_change_elsewhere check (was_point_id <> point_id)
);
create trigger order_point_change_append_only before update or delete on order_point_change
    for each row execute function order_history_append_only();
create trigger order_point_change_no_truncate before truncate on order_point_change
    for each statement execute function order_history_append_only();

-- The door an order's bag was packed for before, and the one from then on.
create table order_door_change (
    community_id uuid not null,
    order_id uuid not null,
    step bigint generated always as identity,
    was_lane text not null,
    was_building text not null,
    was_room text not null,
    was_origin text not null,
    lane text not null,
    building text not null,
    room text not null,
    -- the order of the same household that it was put to; null where only the door was put right
    beside_id uuid,
    at timestamptz not null default clock_timestamp(),
    actor_id uuid,
    cause text not null check (cause <> ''),
    primary key (community_id, order_id, step),
    foreign key (community_id, order_id) references orders (community_id, id),
    foreign key (community_id, beside_id) references orders (community_id, id),
    check (beside_id <> order_id)
);
-- Finds whom an order was put beside, from the other's side.
create index order_door_change_beside on order_door_change (community_id, beside_id) where beside_id is not null;
create trigger order_door_change_append_only before update or delete on order_door_change
    for each row execute function order_history_append_only();
create trigger order_door_change_no_truncate before truncate on order_door_change
    for each statement execute function order_history_append_only();

-- What is in its buyer's hands, or never comes, goes nowhere else.
create function order_stays_where_it_is() returns trigger language plpgsql as $$
begin
    raise exception 'order % is %, it goes nowhere else', old.id, old.status
        using errcode = 'check_violation', constraint = 'order_point_is_final';
end $$;
create trigger order_stays_where_it_is before update of pickup_point_id on orders
    for each row when (old.pickup_point_id is distinct from new.pickup_point_id
        and old.status not in ('PLACED', 'PAID', 'CONFIRMED')) execute function order_stays_where_it_is();
