-- The demo provider's own books. No community here: to a provider we are one merchant among others.
create table sandbox_key (
    id int not null primary key check (id = 1),
    private_key bytea not null,
    public_key bytea not null
);

create table sandbox_merchant (
    merchant text not null primary key,
    public_key bytea not null
);

create table sandbox_charge (
    merchant text not null references sandbox_merchant,
    code text not null,
    token text not null unique,
    title text not null,
    amount_fen bigint not null check (amount_fen > 0),
    notify_path text not null,
    return_path text not null,
    status text not null default 'OPEN' check (status in ('OPEN', 'PAID', 'FAILED', 'CLOSED')),
    -- the payer chose "later": their bank may still confirm after the charge was closed
    later boolean not null default false,
    transaction text unique,
    settled_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (merchant, code),
    check ((status = 'PAID') = (transaction is not null))
);

create table sandbox_refund (
    merchant text not null,
    code text not null,
    charge_code text not null,
    amount_fen bigint not null check (amount_fen > 0),
    status text not null default 'PROCESSING' check (status in ('PROCESSING', 'DONE')),
    requested_at timestamptz not null default now(),
    done_at timestamptz,
    primary key (merchant, code),
    foreign key (merchant, charge_code) references sandbox_charge (merchant, code)
);
create index sandbox_refund_of_charge on sandbox_refund (merchant, charge_code);
