-- An account is keyed by its owner (a community, later a member) and what it is for.
create table ledger_account (
    owner uuid not null,
    kind text not null check (
        kind in ('PROVIDER_CLEARING', 'CUSTOMER_FUNDS', 'SALES', 'REFUND_IN_FLIGHT', 'EXCEPTIONS')
    ),
    -- credits minus debits; moved only by entries
    balance_fen bigint not null default 0,
    held_fen bigint not null default 0 check (held_fen >= 0),
    primary key (owner, kind),
    -- what providers keep for us stands on their side, so their account is the one that goes below zero
    constraint ledger_account_covered check (kind = 'PROVIDER_CLEARING' or balance_fen - held_fen >= 0)
);

-- One movement of money: debits one account, credits another. Never changed; undone by another transfer that names it.
create table ledger_transfer (
    id uuid not null primary key,
    source_type text not null,
    source_id uuid not null,
    step text not null,
    stage text not null check (stage in ('POSTED', 'HELD', 'SETTLED', 'RELEASED', 'REVERSED')),
    debit_owner uuid not null,
    debit_kind text not null,
    credit_owner uuid not null,
    credit_kind text not null,
    amount_fen bigint not null check (amount_fen > 0),
    hold_id uuid references ledger_transfer,
    original_id uuid references ledger_transfer,
    booked_at timestamptz not null default now(),
    constraint ledger_transfer_booked_once unique (source_type, source_id, step),
    check ((debit_owner, debit_kind) <> (credit_owner, credit_kind)),
    check ((stage in ('SETTLED', 'RELEASED')) = (hold_id is not null)),
    check ((stage = 'REVERSED') = (original_id is not null))
);
create unique index ledger_transfer_hold_ends_once on ledger_transfer (hold_id) where hold_id is not null;
create index ledger_transfer_by_original on ledger_transfer (original_id) where original_id is not null;

-- The two sides of a transfer that moved money: signed fen, together zero.
create table ledger_entry (
    transfer_id uuid not null references ledger_transfer,
    owner uuid not null,
    kind text not null,
    fen bigint not null check (fen <> 0),
    primary key (transfer_id, owner, kind)
);
create index ledger_entry_by_account on ledger_entry (owner, kind);
