-- The whole life of a cycle. What was open, closed, arrived, done or a draft keeps its word: the five are among the nine.
alter table order_cycle drop constraint order_cycle_status_check;
alter table order_cycle
    add constraint order_cycle_status_check check (status in (
        'DRAFT', 'OPEN', 'BOXFILL', 'CLOSED', 'ORDERED', 'ARRIVED', 'HANDING_OVER', 'DONE', 'LAPSED')),
    -- What must be paid for by the cut-off, else the leader extends once or everyone gets their money back.
    add column minimum_kind text check (minimum_kind in ('MONEY', 'ORDERS', 'PIECES', 'CASES')),
    -- fen, or a number of orders, pieces or cases
    add column minimum bigint check (minimum > 0),
    -- Until when open cases may be filled after the cut-off; null where they are cut at once.
    add column boxfill_until timestamptz,
    -- Short of its minimum at the cut-off: until then the leader may extend it.
    add column decide_by timestamptz,
    add column extended_at timestamptz,
    add column ordered_at timestamptz,
    add column handing_over_at timestamptz,
    add column lapsed_at timestamptz,
    add column changed_by uuid,
    add column change_cause text not null default 'opened',
    add constraint order_cycle_minimum_whole check ((minimum_kind is null) = (minimum is null)),
    add constraint order_cycle_boxfill_between check (boxfill_until > cut_off and boxfill_until <= pickup_from),
    add constraint order_cycle_decides_while_open check (decide_by is null or status = 'OPEN');

-- Serves the sweep, which only ever looks at cycles whose next step the clock decides.
create index order_cycle_due on order_cycle (cut_off) where status in ('OPEN', 'BOXFILL');

create table order_cycle_history (
    community_id uuid not null,
    cycle_id uuid not null,
    step bigint generated always as identity,
    from_status text,
    to_status text not null,
    at timestamptz not null,
    actor_id uuid,
    cause text not null check (cause <> ''),
    primary key (community_id, cycle_id, step),
    foreign key (community_id, cycle_id) references order_cycle (community_id, id)
);
insert into order_cycle_history (community_id, cycle_id, from_status, to_status, at, actor_id, cause)
select community_id, id, null, status, coalesce(done_at, arrived_at, closed_at, opens), leader_id, 'before-history'
from order_cycle;

-- The table of allowed transitions; CycleStatus knows the same.
create function cycle_may_become(was text, becomes text) returns boolean language sql immutable as $$
    select (was, becomes) in (
        -- an import is closed as soon as its orders are in
        ('DRAFT', 'OPEN'), ('DRAFT', 'CLOSED'),
        ('OPEN', 'BOXFILL'), ('OPEN', 'CLOSED'), ('OPEN', 'LAPSED'),
        ('BOXFILL', 'CLOSED'), ('BOXFILL', 'LAPSED'),
        -- goods may stand there without anybody having pressed "ordered"
        ('CLOSED', 'ORDERED'), ('CLOSED', 'ARRIVED'), ('CLOSED', 'LAPSED'),
        ('ORDERED', 'ARRIVED'), ('ORDERED', 'LAPSED'),
        ('ARRIVED', 'HANDING_OVER'), ('ARRIVED', 'DONE'), ('HANDING_OVER', 'DONE'))
$$;

create function order_cycle_guard() returns trigger language plpgsql as $$
begin
    if new.status is distinct from old.status and not cycle_may_become(old.status, new.status) then
        raise exception 'cycle % may not go from % to %', old.id, old.status, new.status
            using errcode = 'check_violation', constraint = 'order_cycle_transition';
    end if;
    if old.extended_at is not null and new.extended_at is distinct from old.extended_at then
        raise exception 'cycle % was extended once already', old.id
            using errcode = 'check_violation', constraint = 'order_cycle_extended_once';
    end if;
    return new;
end $$;
create trigger order_cycle_guard before update of status, extended_at on order_cycle
    for each row execute function order_cycle_guard();

create function order_cycle_history_write() returns trigger language plpgsql as $$
begin
    insert into order_cycle_history (community_id, cycle_id, from_status, to_status, at, actor_id, cause)
    values (new.community_id, new.id, case when tg_op = 'UPDATE' then old.status end, new.status,
        clock_timestamp(), new.changed_by, new.change_cause);
    return null;
end $$;
create trigger order_cycle_history_begin after insert on order_cycle
    for each row execute function order_cycle_history_write();
-- An extension is a step too, from open to open.
create trigger order_cycle_history_step after update of status, extended_at on order_cycle
    for each row when (old.status is distinct from new.status or old.extended_at is distinct from new.extended_at)
    execute function order_cycle_history_write();

create function order_cycle_history_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'cycle history is append-only' using errcode = 'check_violation';
end $$;
create trigger order_cycle_history_append_only before update or delete on order_cycle_history
    for each row execute function order_cycle_history_append_only();
create trigger order_cycle_history_no_truncate before truncate on order_cycle_history
    for each statement execute function order_cycle_history_append_only();

alter table cycle_product
    add column case_size int not null default 1 check (case_size between 1 and 9999),
    add column minimum_kind text check (minimum_kind in ('MONEY', 'ORDERS', 'PIECES', 'CASES')),
    add column minimum bigint check (minimum > 0),
    add constraint cycle_product_minimum_whole check ((minimum_kind is null) = (minimum is null)),
    add constraint cycle_product_holds_a_case check (quantity_limit is null or quantity_limit >= case_size);

-- What an order wants of a product, what more it would take to fill a case, and what it was given at the end.
alter table cycle_reservation
    add column cycle_id uuid,
    add column tolerance int not null default 0 check (tolerance >= 0),
    add column since timestamptz not null default now(),
    add column paid_at timestamptz,
    add column given int,
    add column given_cause text,
    -- when the order was brought to what was given
    add column settled_at timestamptz,
    add constraint cycle_reservation_given_within check (given between 0 and quantity + tolerance),
    add constraint cycle_reservation_given_why check ((given is null) = (given_cause is null)),
    add constraint cycle_reservation_settled_what check (settled_at is null or given is not null);
update cycle_reservation r set cycle_id = p.cycle_id from cycle_product p
    where p.community_id = r.community_id and p.id = r.product_id;
alter table cycle_reservation
    alter column cycle_id set not null,
    add foreign key (community_id, cycle_id) references order_cycle (community_id, id);
create index cycle_reservation_of_cycle on cycle_reservation (community_id, cycle_id);
