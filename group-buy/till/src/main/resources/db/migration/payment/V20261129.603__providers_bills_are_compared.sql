-- What a provider says it did for us on one day, each day once. No community: to a provider we are one merchant.
create table payment_bill (
    provider text not null,
    day date not null,
    differences int not null default 0 check (differences >= 0),
    compared_at timestamptz not null default now(),
    primary key (provider, day)
);
create index payment_bill_by_day on payment_bill (day desc, provider);

-- As it was handed over, wrong lines too.
create table payment_bill_line (
    provider text not null,
    day date not null,
    number int not null,
    kind text not null check (kind in ('PAYMENT', 'REFUND', 'TRANSFER')),
    code text not null,
    transaction text not null,
    amount_fen bigint not null,
    at timestamptz not null,
    primary key (provider, day, number),
    foreign key (provider, day) references payment_bill (provider, day)
);
create index payment_bill_line_of on payment_bill_line (provider, kind, code);
create index payment_bill_line_of_transaction on payment_bill_line (provider, transaction) where transaction <> '';

-- Serve the comparison of one day.
create index capture_by_time on capture (provider, captured_at);
create index refund_by_end on refund (provider, done_at) where done_at is not null;

alter table exception_case drop constraint exception_case_kind_check;
alter table exception_case add constraint exception_case_kind_check check (
    kind in ('UNKNOWN_PAYMENT', 'WRONG_AMOUNT', 'WRONG_MERCHANT', 'WRONG_CURRENCY', 'NOT_TAKEN', 'REFUND_STUCK',
        'REFUND_TOO_OLD', 'TRANSFER_BY_HAND', 'TRANSFER_STUCK', 'BILL_UNKNOWN', 'BILL_AMOUNT', 'BILL_MISSING',
        'BILL_TWICE', 'BILL_OTHER_DAY', 'BILL_UNREADABLE')
);
