-- One try to pay an order at one provider. Its code is what the provider knows it by (out_trade_no).
create table payment (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    order_id uuid not null,
    payer_id uuid not null,
    provider text not null,
    title text not null,
    amount_fen bigint not null check (amount_fen > 0),
    -- what was captured for it and has its place (an order or an automatic refund), and how much of that goes back
    captured_fen bigint not null default 0 check (captured_fen >= 0),
    refunded_fen bigint not null default 0 check (refunded_fen >= 0),
    status text not null default 'CREATED' check (status in ('CREATED', 'CAPTURED', 'FAILED', 'CLOSED')),
    pay_url text,
    return_path text not null,
    opened_at timestamptz not null default now(),
    pay_before timestamptz not null,
    next_query_at timestamptz,
    query_count int not null default 0,
    primary key (community_id, id),
    unique (community_id, code),
    constraint payment_refunded_within_captured check (refunded_fen <= captured_fen)
);
create unique index payment_one_open_try on payment (community_id, order_id, provider) where status = 'CREATED';
create index payment_of_order on payment (community_id, order_id);
create index payment_to_query on payment (next_query_at) where next_query_at is not null;

-- Money that a provider has taken. The outcome is where it went; until somebody takes it, it is an exception.
-- A capture whose code belongs to no community is kept under the community of all zeros.
create table capture (
    community_id uuid not null,
    id uuid not null,
    provider text not null,
    transaction text not null,
    payment_id uuid,
    order_id uuid,
    amount_fen bigint not null check (amount_fen > 0),
    captured_at timestamptz not null,
    stored_at timestamptz not null default now(),
    outcome text not null default 'EXCEPTION' check (outcome in ('ORDER', 'REFUND', 'EXCEPTION')),
    primary key (community_id, id),
    constraint capture_once_per_transaction unique (community_id, provider, transaction),
    foreign key (community_id, payment_id) references payment (community_id, id),
    check ((payment_id is null) = (order_id is null)),
    check (payment_id is not null or outcome = 'EXCEPTION')
);
create index capture_of_order on capture (community_id, order_id) where order_id is not null;

-- Something about money that a person must decide.
create table exception_case (
    community_id uuid not null,
    id uuid not null,
    kind text not null check (
        kind in ('UNKNOWN_PAYMENT', 'WRONG_AMOUNT', 'WRONG_MERCHANT', 'WRONG_CURRENCY', 'NOT_TAKEN', 'REFUND_STUCK')
    ),
    -- what it is about: the provider's transaction or the refund's code
    provider text not null,
    reference text not null,
    capture_id uuid,
    order_id uuid,
    amount_fen bigint not null check (amount_fen >= 0),
    detail text not null,
    opened_at timestamptz not null default now(),
    primary key (community_id, id),
    constraint exception_case_once unique (community_id, provider, reference, kind),
    foreign key (community_id, capture_id) references capture (community_id, id)
);

-- Money on its way back. The code (out_refund_no) stays the same over all tries.
create table refund (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    payment_id uuid not null,
    order_id uuid not null,
    provider text not null,
    amount_fen bigint not null check (amount_fen > 0),
    reason text not null,
    request_key text not null,
    status text not null default 'REQUESTED' check (status in ('REQUESTED', 'PROCESSING', 'FAILED', 'DONE')),
    attempts int not null default 0,
    next_try_at timestamptz default now(),
    requested_at timestamptz not null default now(),
    done_at timestamptz,
    primary key (community_id, id),
    unique (community_id, code),
    constraint refund_requested_once unique (community_id, order_id, reason, request_key),
    foreign key (community_id, payment_id) references payment (community_id, id),
    check ((status = 'DONE') = (done_at is not null)),
    check ((status = 'DONE') = (next_try_at is null))
);
create index refund_of_payment on refund (community_id, payment_id);
create index refund_to_try on refund (next_try_at) where next_try_at is not null;

-- What the provider said to each try.
create table refund_attempt (
    community_id uuid not null,
    refund_id uuid not null,
    attempt int not null,
    answer text not null check (answer in ('PROCESSING', 'FAILED', 'DONE', 'NO_ANSWER')),
    detail text not null,
    at timestamptz not null default now(),
    primary key (community_id, refund_id, attempt),
    foreign key (community_id, refund_id) references refund (community_id, id)
);

-- A payment only moves forward: what is captured stays captured, and money beats failed and closed.
create function payment_moves_forward() returns trigger language plpgsql as $$
begin
    if old.status = 'CAPTURED' or new.status = 'CREATED' then
        raise exception 'A payment does not go from % to %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger payment_moves_forward before update of status on payment
    for each row when (old.status <> new.status) execute function payment_moves_forward();

create function refund_stays_done() returns trigger language plpgsql as $$
begin
    raise exception 'A refund that is done stays done, and none changes its code or amount'
        using errcode = 'check_violation';
end
$$;
create trigger refund_stays_done before update on refund
    for each row when (
        old.status = 'DONE' or (old.code, old.amount_fen, old.payment_id) <> (new.code, new.amount_fen, new.payment_id)
    ) execute function refund_stays_done();
