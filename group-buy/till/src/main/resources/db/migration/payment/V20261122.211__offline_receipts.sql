-- A leader or operator says that cash or a transfer arrived for a payment.
create table offline_receipt (
    community_id uuid not null,
    id uuid not null,
    payment_code text not null,
    amount_fen bigint not null check (amount_fen > 0),
    received_by uuid not null,
    note text not null,
    received_at timestamptz not null default now(),
    primary key (community_id, id),
    constraint offline_receipt_once unique (community_id, payment_code)
);

-- A leader or operator says that a refund was handed back.
create table offline_payback (
    community_id uuid not null,
    refund_code text not null,
    paid_back_by uuid not null,
    note text not null,
    paid_back_at timestamptz not null default now(),
    primary key (community_id, refund_code)
);
