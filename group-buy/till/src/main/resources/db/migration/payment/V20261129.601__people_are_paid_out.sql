-- Money that leaves for somebody who earned it. Its code never changes; SENT means that its provider may know it.
create table payment_transfer (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    purpose text not null,
    request_key uuid not null,
    payee_id uuid not null,
    payee_at_provider text not null,
    from_kind text not null,
    from_owner uuid not null,
    provider text not null,
    amount_fen bigint not null check (amount_fen > 0),
    title text not null,
    status text not null default 'REQUESTED' check (status in ('REQUESTED', 'SENT', 'DONE', 'FAILED')),
    reason text not null default '',
    transaction text,
    attempts int not null default 0,
    requested_at timestamptz not null default now(),
    next_try_at timestamptz default now(),
    ended_at timestamptz,
    primary key (community_id, id),
    constraint payment_transfer_code unique (community_id, code),
    constraint payment_transfer_asked_once unique (community_id, purpose, request_key),
    constraint payment_transfer_ends check (
        (status in ('DONE', 'FAILED')) = (ended_at is not null) and (ended_at is null or next_try_at is null)
    ),
    constraint payment_transfer_fails_for_a_reason check ((status = 'FAILED') or reason = '')
);
create index payment_transfer_due on payment_transfer (next_try_at) where next_try_at is not null;
create index payment_transfer_of_payee on payment_transfer (payee_id);

-- What ended stays as it ended.
create function payment_transfer_has_ended() returns trigger language plpgsql as $$
begin
    raise exception 'transfer % has ended', old.code using errcode = 'check_violation';
end
$$;
create trigger payment_transfer_ends_once before update or delete on payment_transfer
    for each row when (old.ended_at is not null) execute function payment_transfer_has_ended();

alter table exception_case drop constraint exception_case_kind_check;
alter table exception_case add constraint exception_case_kind_check check (
    kind in ('UNKNOWN_PAYMENT', 'WRONG_AMOUNT', 'WRONG_MERCHANT', 'WRONG_CURRENCY', 'NOT_TAKEN', 'REFUND_STUCK',
        'REFUND_TOO_OLD', 'TRANSFER_BY_HAND', 'TRANSFER_STUCK')
);
