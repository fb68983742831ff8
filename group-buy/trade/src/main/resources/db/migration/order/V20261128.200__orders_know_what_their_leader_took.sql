-- What a leader took by hand for an order that came from elsewhere, each time it was said. Taking it back is said too:
-- nothing is erased.
create table order_taken_by_hand (
    community_id uuid not null,
    id uuid not null default uuidv7(),
    order_id uuid not null,
    amount_fen bigint not null check (amount_fen > 0),
    -- ticked by the leader, said by a chain list, taken at the desk, paid in the tool it was imported from, or brought
    -- over from an order the same guest had before
    cause text not null check (cause in ('TICKED', 'LIST', 'DESK', 'IMPORTED', 'CARRIED')),
    actor_id uuid,
    taken_at timestamptz not null default now(),
    undone_by uuid,
    undone_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, order_id) references orders (community_id, id)
);
create index order_taken_by_hand_of_order on order_taken_by_hand (community_id, order_id) where undone_at is null;

-- What a leader gave back by hand: for what, how and when, as the leader says.
create table order_paid_back_by_hand (
    community_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    amount_fen bigint not null check (amount_fen > 0),
    why text not null check (why in ('SHORT', 'WEIGHT', 'COMPLAINT', 'UNCLAIMED', 'FEWER')),
    -- CARRIED: it counts for the order the guest has now
    how text not null check (how in ('CASH', 'WECHAT', 'ALIPAY', 'BANK', 'OTHER', 'CARRIED')),
    note text not null check (char_length(note) <= 200),
    paid_on date not null,
    actor_id uuid,
    noted_at timestamptz not null default now(),
    undone_by uuid,
    undone_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, order_id) references orders (community_id, id)
);
create index order_paid_back_by_hand_of_order on order_paid_back_by_hand (community_id, order_id)
    where undone_at is null;

create function order_by_hand_stays() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.undone_at is not null
        or to_jsonb(new) - 'undone_at' - 'undone_by' <> to_jsonb(old) - 'undone_at' - 'undone_by' then
        raise exception 'what was taken or paid back by hand stays as it was said'
            using errcode = 'check_violation', constraint = 'order_by_hand_stays';
    end if;
    return new;
end $$;
create trigger order_taken_by_hand_stays before update or delete on order_taken_by_hand
    for each row execute function order_by_hand_stays();
create trigger order_taken_by_hand_no_truncate before truncate on order_taken_by_hand
    for each statement execute function order_history_append_only();
create trigger order_paid_back_by_hand_stays before update or delete on order_paid_back_by_hand
    for each row execute function order_by_hand_stays();
create trigger order_paid_back_by_hand_no_truncate before truncate on order_paid_back_by_hand
    for each statement execute function order_history_append_only();

-- Paid through us, but in cash or by transfer into the leader's own hands.
alter table orders add column paid_to_leader boolean not null default false;

-- Where an order's money is, every fen of what it costs in exactly one column; too_much is what its leader holds beyond.
create view order_due as
select o.community_id, o.id as order_id, o.source_id,
    case when o.kind <> 'IMPORT' and o.status <> 'PLACED' and not o.paid_to_leader then cost.fen else 0 end as here_fen,
    case when o.kind = 'IMPORT' then least(held.fen, cost.fen)
        when o.status <> 'PLACED' and o.paid_to_leader then cost.fen else 0 end as to_leader_fen,
    case when o.kind = 'IMPORT' then greatest(cost.fen - held.fen, 0)
        when o.status = 'PLACED' then cost.fen else 0 end as open_fen,
    greatest(held.fen - cost.fen, 0) as too_much_fen
from orders o
cross join lateral (select case when o.status in ('CLOSED', 'REFUNDED') then 0 else o.amount_fen - o.allowed_fen end) cost (fen)
cross join lateral (
    select (coalesce((
            select sum(t.amount_fen) from order_taken_by_hand t
            where t.community_id = o.community_id and t.order_id = o.id and t.undone_at is null), 0)
        - coalesce((
            select sum(b.amount_fen) from order_paid_back_by_hand b
            where b.community_id = o.community_id and b.order_id = o.id and b.undone_at is null), 0))::bigint) held (fen);

-- Orders imported from another tool were paid there, into the leader's hands. Those of chain lists say it themselves.
insert into order_taken_by_hand (community_id, order_id, amount_fen, cause, taken_at)
select community_id, id, amount_fen + returned_fen, 'IMPORTED', placed_at from orders
where kind = 'IMPORT' and external_source <> 'chain-list' and amount_fen + returned_fen > 0;
