-- Orders whose bag is carried to its door (送到家). The bag is the door's: a neighbour behind it comes along unmarked.
create table delivery_mark (
    community_id uuid not null,
    cycle_id uuid not null,
    order_id uuid not null,
    marked_by uuid not null,
    marked_at timestamptz not null default clock_timestamp(),
    primary key (community_id, cycle_id, order_id),
    -- an order is of one cycle; serves its own page too
    constraint delivery_mark_of_order unique (community_id, order_id)
);

-- In which sequence a cycle's buildings are walked, where somebody said so; empty where nobody could read the number.
create table delivery_building (
    community_id uuid not null,
    cycle_id uuid not null,
    building text not null check (char_length(building) <= 100),
    position int not null check (position >= 0),
    primary key (community_id, cycle_id, building),
    constraint delivery_building_position unique (community_id, cycle_id, position)
);
