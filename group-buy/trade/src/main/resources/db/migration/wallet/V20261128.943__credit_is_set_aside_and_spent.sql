-- Credit for one order: set aside while it waits for its money, spent when it is paid, free again when it ends without.
create table wallet_hold (
    community_id uuid not null,
    order_id uuid not null,
    wallet_id uuid not null,
    amount_fen bigint not null check (amount_fen > 0),
    state text not null check (state in ('HELD', 'SPENT', 'RELEASED')),
    -- the payment it became
    payment_id uuid,
    changed_at timestamptz not null default now(),
    primary key (community_id, order_id),
    foreign key (community_id, wallet_id) references wallet (community_id, id),
    constraint wallet_hold_spent_as_a_payment check ((state = 'SPENT') = (payment_id is not null))
);

-- Which credit that is, and what of it came back since.
create table wallet_hold_lot (
    community_id uuid not null,
    order_id uuid not null,
    lot_id uuid not null,
    amount_fen bigint not null check (amount_fen > 0),
    back_fen bigint not null default 0 check (back_fen >= 0),
    primary key (community_id, order_id, lot_id),
    foreign key (community_id, order_id) references wallet_hold (community_id, order_id),
    foreign key (community_id, lot_id) references wallet_lot (community_id, id),
    constraint wallet_hold_lot_back check (back_fen <= amount_fen)
);

create trigger wallet_hold_stays_spent before update on wallet_hold
    for each row when (old.state = 'SPENT') execute function wallet_stays();
create trigger wallet_hold_is_kept before delete on wallet_hold
    for each row execute function wallet_stays();
