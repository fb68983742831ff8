-- What a leader says of a cycle, and how often it was changed since it opened: two devices never write over each other.
alter table order_cycle
    add column introduction text not null default '' check (char_length(introduction) <= 500),
    add column edition int not null default 0 check (edition >= 0);

-- What is no longer sold stays for those who ordered it.
alter table cycle_product
    add column description text not null default '' check (char_length(description) <= 300),
    add column stopped boolean not null default false;

-- A cycle that is open is changed one edition at a time, before its cut-off, and never to a cut-off that is past.
create function order_cycle_edited_in_time() returns trigger language plpgsql as $$
begin
    if old.status <> 'OPEN' or old.decide_by is not null or old.cut_off <= clock_timestamp()
        or new.cut_off <= clock_timestamp() or new.edition <> old.edition + 1 then
        raise exception 'cycle % is not edited any more', old.id
            using errcode = 'check_violation', constraint = 'order_cycle_edited_in_time';
    end if;
    return new;
end $$;
create trigger order_cycle_edited_in_time before update of edition on order_cycle
    for each row when (old.edition is distinct from new.edition) execute function order_cycle_edited_in_time();

-- Goods that somebody ordered keep their name and their case; by weight they only become cheaper. Nobody takes more of what
-- is no longer sold, but what its leader opens for late-comers. What a decided cycle sold stays what it was.
create function cycle_product_guard() returns trigger language plpgsql as $$
begin
    if (new.name, new.spec, new.case_size, new.estimated_grams, new.band_percent)
            is distinct from (old.name, old.spec, old.case_size, old.estimated_grams, old.band_percent)
        and (old.taken > 0 or new.taken > 0) or new.per_500g_fen > old.per_500g_fen and old.taken > 0 then
        raise exception 'product % is ordered as it is', old.id
            using errcode = 'check_violation', constraint = 'cycle_product_as_ordered';
    end if;
    if new.stopped and new.taken > old.taken and new.late_taken = old.late_taken then
        raise exception 'product % is no longer sold', old.id
            using errcode = 'check_violation', constraint = 'cycle_product_stopped';
    end if;
    if new.price_fen <> old.price_fen and not exists (
        select from order_cycle c where c.community_id = new.community_id and c.id = new.cycle_id
            and c.status in ('DRAFT', 'OPEN')) then
        raise exception 'product % was sold for its price', old.id
            using errcode = 'check_violation', constraint = 'cycle_product_price_stands';
    end if;
    return new;
end $$;
create trigger cycle_product_guard before update of name, spec, case_size, estimated_grams, band_percent, per_500g_fen, price_fen,
    taken, stopped on cycle_product for each row execute function cycle_product_guard();

-- A point that is no longer offered stays for orders that ended there.
alter table cycle_point add column gone boolean not null default false;

-- What was changed while the cycle was open, for everybody who looks at it.
create table cycle_edit (
    community_id uuid not null,
    cycle_id uuid not null,
    edition int not null check (edition > 0),
    position int not null check (position >= 0),
    what text not null check (what in ('TITLE', 'INTRODUCTION', 'CUT_OFF', 'PICKUP', 'POINT_ADDED', 'POINT_GONE', 'GOODS_ADDED',
        'NAME', 'PRICE', 'LIMIT', 'CASE', 'DESCRIPTION', 'STOPPED', 'SOLD_AGAIN')),
    about text not null,
    was text not null,
    becomes text not null,
    at timestamptz not null default clock_timestamp(),
    actor_id uuid not null,
    primary key (community_id, cycle_id, edition, position),
    foreign key (community_id, cycle_id) references order_cycle (community_id, id)
);
create trigger cycle_edit_append_only before update or delete on cycle_edit
    for each row execute function order_cycle_history_append_only();
create trigger cycle_edit_no_truncate before truncate on cycle_edit
    for each statement execute function order_cycle_history_append_only();

-- Which order's goods cost at most so much since: written with the lower price, while no order can be placed beside it.
create table cycle_cheaper (
    community_id uuid not null,
    order_id uuid not null,
    product_id uuid not null,
    cycle_id uuid not null,
    fen bigint not null check (fen > 0),
    at timestamptz not null default clock_timestamp(),
    -- when the order was brought to it, or ended
    done_at timestamptz,
    primary key (community_id, order_id, product_id),
    foreign key (community_id, product_id) references cycle_product (community_id, id)
);
create index cycle_cheaper_open on cycle_cheaper (community_id, cycle_id) where done_at is null;
