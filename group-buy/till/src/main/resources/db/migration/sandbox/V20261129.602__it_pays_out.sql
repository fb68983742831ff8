-- What merchants have people paid, once per code.
create table sandbox_transfer (
    merchant text not null references sandbox_merchant,
    code text not null,
    payee text not null,
    amount_fen bigint not null check (amount_fen > 0),
    title text not null,
    status text not null default 'PROCESSING' check (status in ('PROCESSING', 'DONE', 'FAILED')),
    transaction text unique,
    accepted_at timestamptz not null default now(),
    settled_at timestamptz,
    primary key (merchant, code),
    check ((status = 'DONE') = (transaction is not null)),
    check ((status = 'PROCESSING') = (settled_at is null))
);
