create table orders (
    community_id uuid not null,
    id uuid not null,
    code char(14) not null,
    kind text not null check (kind in ('TEAM', 'ALONE', 'CYCLE', 'IMPORT')),
    status text not null
        check (status in ('PLACED', 'PAID', 'CONFIRMED', 'COLLECTED', 'COMPLETED', 'CLOSED', 'REFUNDED')),
    -- null: a guest, known by name and phone only
    buyer_id uuid,
    recipient_name text not null check (length(recipient_name) between 1 and 40),
    phone text check (length(phone) <= 20),
    masked_phone text not null,
    address_text text not null default '',
    address_lane text not null default '',
    address_building text not null default '',
    address_room text not null default '',
    address_origin text not null default '',
    pickup_point_id uuid not null,
    pickup_point_name text not null,
    pickup_point_area text not null,
    pickup_point_address text not null,
    pickup_point_hours text not null,
    pickup_leader_id uuid not null,
    pickup_from timestamptz,
    pickup_until timestamptz,
    pickup_code char(6) not null,
    amount_fen bigint not null check (amount_fen >= 0),
    note text not null default '' check (length(note) <= 500),
    when_full text check (when_full in ('OPEN_NEW', 'REFUND')),
    source_id uuid,
    source_code char(14),
    offer_id uuid,
    -- the tool an imported order comes from, and its name there
    external_source text,
    external_key text,
    placed_at timestamptz not null default now(),
    pay_before timestamptz,
    -- when the sweep looks at an unpaid order next; moves on when the provider does not answer
    sweep_at timestamptz,
    paid_at timestamptz,
    confirmed_at timestamptz,
    collected_at timestamptz,
    ended_at timestamptz,
    changed_by uuid,
    change_cause text not null,
    primary key (community_id, id),
    unique (community_id, code),
    unique (community_id, pickup_code),
    unique (community_id, external_source, external_key),
    check ((kind = 'IMPORT') = (external_key is not null)),
    check ((external_source is null) = (external_key is null)),
    check (buyer_id is not null or kind in ('CYCLE', 'IMPORT')),
    check (kind not in ('TEAM', 'ALONE') or offer_id is not null),
    check (pickup_until > pickup_from),
    check (status <> 'PLACED' or (pay_before is not null and sweep_at is not null)),
    check (status in ('PLACED', 'CLOSED') or kind = 'IMPORT' or paid_at is not null),
    check (status not in ('CONFIRMED', 'COLLECTED', 'COMPLETED') or confirmed_at is not null),
    check (status not in ('COLLECTED', 'COMPLETED') or collected_at is not null)
) with (fillfactor = 80);
create index orders_of_buyer on orders (buyer_id, placed_at desc, id desc) where buyer_id is not null;
create index orders_of_source on orders (community_id, source_id);
create index orders_of_leader on orders (community_id, pickup_leader_id, status);
-- Serves the sweep of unpaid orders, which only ever looks at these.
create index orders_unpaid on orders (sweep_at) where status = 'PLACED';
create index orders_collected on orders (collected_at) where status = 'COLLECTED';

-- A line is a snapshot: name, spec, price and picture as they were when the order was placed.
create table order_line (
    community_id uuid not null,
    order_id uuid not null,
    position smallint not null,
    -- both null where the goods are not in the catalogue (an import)
    product_id uuid,
    sku_id uuid,
    product_name text not null check (length(product_name) between 1 and 200),
    spec text not null check (length(spec) <= 200),
    picture text,
    unit_price_fen bigint not null check (unit_price_fen >= 0),
    quantity int not null check (quantity between 1 and 9999),
    amount_fen bigint not null check (amount_fen = unit_price_fen * quantity),
    primary key (community_id, order_id, position),
    foreign key (community_id, order_id) references orders (community_id, id)
);
create index order_line_by_sku on order_line (community_id, sku_id) where sku_id is not null;

create table order_history (
    community_id uuid not null,
    order_id uuid not null,
    step bigint generated always as identity,
    from_status text,
    to_status text not null,
    at timestamptz not null,
    actor_id uuid,
    cause text not null,
    primary key (community_id, order_id, step),
    foreign key (community_id, order_id) references orders (community_id, id)
);

-- The table of allowed transitions; OrderStatus knows the same.
create function order_may_become(was text, becomes text) returns boolean language sql immutable as $$
    select (was, becomes) in (
        ('PLACED', 'PAID'), ('PLACED', 'CLOSED'),
        -- money that came late and found a place after all
        ('CLOSED', 'PAID'),
        ('PAID', 'CONFIRMED'), ('PAID', 'REFUNDED'),
        ('CONFIRMED', 'COLLECTED'), ('CONFIRMED', 'REFUNDED'),
        ('COLLECTED', 'COMPLETED'), ('COLLECTED', 'CONFIRMED'), ('COLLECTED', 'REFUNDED'),
        ('COMPLETED', 'REFUNDED'))
$$;

create function order_status_guard() returns trigger language plpgsql as $$
begin
    if not order_may_become(old.status, new.status) then
        raise exception 'order % may not go from % to %', old.id, old.status, new.status
            using errcode = 'check_violation', constraint = 'order_transition';
    end if;
    return new;
end $$;
create trigger order_status_guard before update of status on orders
    for each row when (old.status is distinct from new.status) execute function order_status_guard();

create function order_history_write() returns trigger language plpgsql as $$
begin
    insert into order_history (community_id, order_id, from_status, to_status, at, actor_id, cause)
    values (new.community_id, new.id, case when tg_op = 'UPDATE' then old.status end, new.status,
        clock_timestamp(), new.changed_by, new.change_cause);
    return null;
end $$;
create trigger order_history_begin after insert on orders
    for each row execute function order_history_write();
create trigger order_history_step after update of status on orders
    for each row when (old.status is distinct from new.status) execute function order_history_write();

create function order_history_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'order history is append-only' using errcode = 'check_violation';
end $$;
create trigger order_history_append_only before update or delete on order_history
    for each row execute function order_history_append_only();
create trigger order_history_no_truncate before truncate on order_history
    for each statement execute function order_history_append_only();
