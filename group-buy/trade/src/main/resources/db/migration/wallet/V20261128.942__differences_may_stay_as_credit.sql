-- What a member keeps with a community, and whether differences stay by themselves; nobody's do until they say so.
create table wallet (
    community_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    keeps_differences boolean not null default false,
    primary key (community_id, id),
    constraint wallet_of_member unique (community_id, member_id)
);
create index wallet_by_member on wallet (member_id);

-- What a buyer said of one order; it counts before what they said for all.
create table wallet_wish (
    community_id uuid not null,
    order_id uuid not null,
    member_id uuid not null,
    keeps boolean not null,
    wished_at timestamptz not null default now(),
    primary key (community_id, order_id)
);

-- Credit of one origin: a refund that stayed. It goes back only to the payment it came from, and money that a leader took is none.
create table wallet_lot (
    community_id uuid not null,
    id uuid not null,
    wallet_id uuid not null,
    refund_id uuid not null,
    payment_id uuid not null,
    order_id uuid not null,
    provider text not null,
    captured_at timestamptz not null,
    amount_fen bigint not null check (amount_fen > 0),
    -- what is left of it, and how much of that is set aside for an order
    left_fen bigint not null check (left_fen >= 0),
    held_fen bigint not null default 0 check (held_fen >= 0),
    kept_at timestamptz not null default now(),
    primary key (community_id, id),
    constraint wallet_lot_once unique (community_id, refund_id),
    foreign key (community_id, wallet_id) references wallet (community_id, id),
    constraint wallet_lot_was_paid_here check (provider not in ('offline', 'wallet')),
    constraint wallet_lot_left check (held_fen <= left_fen and left_fen <= amount_fen)
);
create index wallet_lot_left_in on wallet_lot (community_id, wallet_id, captured_at, id) where left_fen > 0;

create table wallet_payout (
    community_id uuid not null,
    id uuid not null,
    wallet_id uuid not null,
    amount_fen bigint not null check (amount_fen > 0),
    asked_at timestamptz not null default now(),
    primary key (community_id, id),
    foreign key (community_id, wallet_id) references wallet (community_id, id)
);
create index wallet_payout_of on wallet_payout (community_id, wallet_id, id);

-- Everything that came into a lot or left it, each once: the refund, payout or order that moved it is its source.
create table wallet_entry (
    community_id uuid not null,
    id uuid not null,
    wallet_id uuid not null,
    lot_id uuid not null,
    kind text not null check (kind in ('KEPT', 'PAID_OUT', 'SPENT', 'GIVEN_BACK')),
    source_id uuid not null,
    order_id uuid not null,
    fen bigint not null check (fen <> 0),
    at timestamptz not null default now(),
    primary key (community_id, id),
    constraint wallet_entry_once unique (community_id, lot_id, kind, source_id),
    foreign key (community_id, lot_id) references wallet_lot (community_id, id),
    constraint wallet_entry_comes_or_goes check ((fen > 0) = (kind in ('KEPT', 'GIVEN_BACK')))
);
create index wallet_entry_of on wallet_entry (community_id, wallet_id, id desc);

-- Only what is left of a lot moves; what was written about credit stays written.
create function wallet_stays() returns trigger language plpgsql as $$
begin
    raise exception 'What is written about credit stays' using errcode = 'check_violation';
end $$;
create trigger wallet_lot_stays before update on wallet_lot
    for each row when (
        (old.community_id, old.id, old.wallet_id, old.refund_id, old.payment_id, old.order_id, old.provider, old.captured_at,
            old.amount_fen)
        <> (new.community_id, new.id, new.wallet_id, new.refund_id, new.payment_id, new.order_id, new.provider,
            new.captured_at, new.amount_fen)
    ) execute function wallet_stays();
create trigger wallet_lot_is_kept before delete on wallet_lot for each row execute function wallet_stays();
create trigger wallet_payout_append_only before update or delete on wallet_payout
    for each row execute function wallet_stays();
create trigger wallet_entry_append_only before update or delete on wallet_entry
    for each row execute function wallet_stays();
