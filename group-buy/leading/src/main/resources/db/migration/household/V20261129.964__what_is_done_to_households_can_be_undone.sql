-- An act on one household or many at once, so that all of it is taken back with one tap.
create table household_act (
    community_id uuid not null,
    id uuid not null,
    cycle_id uuid not null,
    kind text not null check (kind in ('PAID', 'PAID_BACK', 'MOVED', 'DOOR', 'HANDED_OVER', 'REMINDED')),
    actor_id uuid not null,
    done_at timestamptz not null default clock_timestamp(),
    undone_by uuid,
    undone_at timestamptz,
    primary key (community_id, id),
    check ((undone_by is null) = (undone_at is null))
);

-- What was done to each order: by which note it counts as paid or paid back, which payment it was, or where it was before.
create table household_act_part (
    community_id uuid not null,
    act_id uuid not null,
    order_id uuid not null,
    order_code text not null,
    note_id uuid,
    payment_code text,
    was_point_id uuid,
    foreign key (community_id, act_id) references household_act (community_id, id)
);
create index household_act_part_of_act on household_act_part (community_id, act_id);
create unique index household_act_part_once on household_act_part (community_id, act_id, order_id, note_id)
    nulls not distinct;
