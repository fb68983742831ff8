-- What a referrer was paid for sales that came back is owed by them; what is paid to people leaves the house, or is owed to the tax
-- office; points and coupons cost something.
alter table ledger_account drop constraint ledger_account_kind_check;
alter table ledger_account add constraint ledger_account_kind_check check (
    kind in ('PROVIDER_CLEARING', 'CUSTOMER_FUNDS', 'SALES', 'REFUND_IN_FLIGHT', 'EXCEPTIONS', 'LEADER_FEES', 'WALLET',
        'COMMISSION', 'SUPPLIER', 'COMMISSION_DEBT', 'PAID_OUT', 'TAX_WITHHELD', 'POINTS_LIABILITY', 'POINTS_COST',
        'COUPON_COST', 'TRANSFER_IN_FLIGHT')
);
alter table ledger_account drop constraint ledger_account_covered;
alter table ledger_account add constraint ledger_account_covered
    check (kind in ('PROVIDER_CLEARING', 'COMMISSION_DEBT', 'POINTS_COST') or balance_fen - held_fen >= 0);
-- nobody is owed anything there
alter table ledger_account add constraint ledger_account_debt check (kind <> 'COMMISSION_DEBT' or balance_fen <= 0);

-- Serves what each community has in its referrers' accounts.
create index ledger_transfer_of_commission on ledger_transfer (debit_owner)
    where credit_kind in ('COMMISSION', 'COMMISSION_DEBT') and debit_kind = 'SALES';
create index ledger_transfer_back_of_commission on ledger_transfer (credit_owner)
    where debit_kind in ('COMMISSION', 'COMMISSION_DEBT') and credit_kind = 'SALES';

-- As before, the first booking of an owner makes the five that a community books on together; any other comes alone.
create or replace function ledger_lock_accounts(touched ledger_account[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into ledger_account (owner, kind)
    select distinct t.owner, k.kind
    from unnest(touched) t
    cross join unnest(
        case when t.kind in ('CUSTOMER_FUNDS', 'EXCEPTIONS', 'PROVIDER_CLEARING', 'REFUND_IN_FLIGHT', 'SALES')
        then array['CUSTOMER_FUNDS', 'EXCEPTIONS', 'PROVIDER_CLEARING', 'REFUND_IN_FLIGHT', 'SALES'] else array[t.kind] end
    ) as k (kind)
    where not exists (select from ledger_account a where a.owner = t.owner and a.kind = t.kind)
    order by t.owner, k.kind
    on conflict do nothing;
    perform from ledger_account a
    where (a.owner, a.kind) in (select t.owner, t.kind from unnest(touched) t)
    order by a.kind = 'PROVIDER_CLEARING', a.owner, a.kind
    for no key update;
end
$$;
