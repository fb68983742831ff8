-- By which account at a provider members paid: a hash of its name there, deleted after 90 days without a payment.
create table payer_account (
    provider text not null,
    account bytea not null check (length(account) = 32),
    member_id uuid not null,
    paid_at timestamptz not null default now(),
    primary key (provider, account, member_id)
);
create index payer_account_of_member on payer_account (member_id);
create index payer_account_by_time on payer_account (paid_at);
