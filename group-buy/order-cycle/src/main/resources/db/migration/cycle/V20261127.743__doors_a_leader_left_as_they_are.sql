-- What a leader was asked about a door and answered with: it is right. What is still open is read from the orders.
create table cycle_door_settled (
    community_id uuid not null,
    cycle_id uuid not null,
    order_id uuid not null,
    why text not null check (
        why in ('UNIT_IN_FIELD', 'UNIT_IN_WORDS', 'UNIT_MISSING', 'BUILDING_MISSING', 'ROOM_MISSING')),
    settled_at timestamptz not null default now(),
    settled_by uuid not null,
    primary key (community_id, cycle_id, order_id, why),
    foreign key (community_id, cycle_id) references order_cycle (community_id, id)
);
