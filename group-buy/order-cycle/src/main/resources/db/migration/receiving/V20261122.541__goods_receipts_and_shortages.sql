-- One row per cycle that is being received: whoever counts or allocates locks it, so that they take turns.
create table cycle_receiving (
    community_id uuid not null,
    cycle_id uuid not null,
    primary key (community_id, cycle_id)
);

-- What came of one product of a cycle, as it was counted; a product nobody has counted yet has no row.
create table goods_receipt (
    community_id uuid not null,
    cycle_id uuid not null,
    -- the cycle's product, or made from name and spec where the goods were imported
    product_id uuid not null,
    product_name text not null check (length(product_name) between 1 and 200),
    spec text not null check (length(spec) <= 200),
    arrived int not null check (arrived between 0 and 99999),
    damaged int not null check (damaged >= 0),
    note text not null check (length(note) <= 200),
    picture text,
    version int not null default 1,
    changed_by uuid not null,
    changed_at timestamptz not null default now(),
    -- when its shortage was given out: from then on the count stands
    allocated_at timestamptz,
    primary key (community_id, cycle_id, product_id),
    unique (community_id, cycle_id, product_name, spec),
    foreign key (community_id, cycle_id) references cycle_receiving (community_id, cycle_id),
    constraint goods_receipt_damaged_within check (damaged <= arrived)
);

create function goods_receipt_guard() returns trigger language plpgsql as $$
begin
    if old.allocated_at is not null and (new.arrived, new.damaged, new.allocated_at)
            is distinct from (old.arrived, old.damaged, old.allocated_at) then
        raise exception 'the count of product % was allocated already', old.product_id
            using errcode = 'check_violation', constraint = 'goods_receipt_stands';
    end if;
    return new;
end $$;
create trigger goods_receipt_guard before update on goods_receipt
    for each row execute function goods_receipt_guard();

-- Every count as it was entered, by whom; the last one is the receipt.
create table goods_receipt_history (
    community_id uuid not null,
    cycle_id uuid not null,
    product_id uuid not null,
    step bigint generated always as identity,
    arrived int not null,
    damaged int not null,
    note text not null,
    picture text,
    actor_id uuid not null,
    at timestamptz not null,
    primary key (community_id, cycle_id, product_id, step),
    foreign key (community_id, cycle_id, product_id) references goods_receipt (community_id, cycle_id, product_id)
);
create function goods_receipt_history_write() returns trigger language plpgsql as $$
begin
    insert into goods_receipt_history (community_id, cycle_id, product_id, arrived, damaged, note, picture, actor_id, at)
    values (new.community_id, new.cycle_id, new.product_id, new.arrived, new.damaged, new.note, new.picture,
        new.changed_by, clock_timestamp());
    return null;
end $$;
create trigger goods_receipt_history_begin after insert on goods_receipt
    for each row execute function goods_receipt_history_write();
create trigger goods_receipt_history_step after update of version on goods_receipt
    for each row execute function goods_receipt_history_write();

create function receiving_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
end $$;
create trigger goods_receipt_history_append_only before update or delete on goods_receipt_history
    for each row execute function receiving_append_only();
create trigger goods_receipt_history_no_truncate before truncate on goods_receipt_history
    for each statement execute function receiving_append_only();

-- One confirmed giving-out of what came short. The plan is the check sum of exactly what was shown before.
create table shortage (
    community_id uuid not null,
    cycle_id uuid not null,
    id uuid not null,
    policy text not null check (policy in ('ORDER_TIME', 'EQUAL_SHARE', 'FEWEST_FIRST', 'BY_NEED')),
    plan text not null,
    confirmed_by uuid not null,
    confirmed_at timestamptz not null default now(),
    primary key (community_id, cycle_id, id),
    unique (community_id, cycle_id, plan),
    foreign key (community_id, cycle_id) references cycle_receiving (community_id, cycle_id)
);

-- A product is given out once.
create table shortage_product (
    community_id uuid not null,
    cycle_id uuid not null,
    product_id uuid not null,
    shortage_id uuid not null,
    expected int not null,
    usable int not null check (usable >= 0),
    primary key (community_id, cycle_id, product_id),
    foreign key (community_id, cycle_id, product_id) references goods_receipt (community_id, cycle_id, product_id),
    foreign key (community_id, cycle_id, shortage_id) references shortage (community_id, cycle_id, id),
    constraint shortage_product_is_short check (usable < expected)
);

-- What one order gets of one product, and whether the order has been brought to it.
create table shortage_share (
    community_id uuid not null,
    cycle_id uuid not null,
    product_id uuid not null,
    order_id uuid not null,
    ordered int not null check (ordered > 0),
    given int not null,
    -- GIVEN: the order holds exactly this. KEPT: it was handed over, or weighed, before, and keeps what it had.
    outcome text check (outcome in ('GIVEN', 'KEPT')),
    settled_at timestamptz,
    primary key (community_id, cycle_id, product_id, order_id),
    foreign key (community_id, cycle_id, product_id) references shortage_product (community_id, cycle_id, product_id),
    constraint shortage_share_given_within check (given between 0 and ordered),
    constraint shortage_share_outcome_known check ((outcome is null) = (settled_at is null))
);
create index shortage_share_open on shortage_share (community_id, order_id) where settled_at is null;

-- Orders of households the leader knows to be in need, ticked while giving out by need and forgotten once it is confirmed.
create table household_in_need (
    community_id uuid not null,
    cycle_id uuid not null,
    order_id uuid not null,
    primary key (community_id, cycle_id, order_id),
    foreign key (community_id, cycle_id) references cycle_receiving (community_id, cycle_id)
);
