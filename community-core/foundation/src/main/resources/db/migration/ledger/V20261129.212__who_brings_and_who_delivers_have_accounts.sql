-- What is owed to who brought a buyer, and to who delivered, is theirs: an account of their own, and only that one.
alter table ledger_account drop constraint ledger_account_kind_check;
alter table ledger_account add constraint ledger_account_kind_check check (
    kind in ('PROVIDER_CLEARING', 'CUSTOMER_FUNDS', 'SALES', 'REFUND_IN_FLIGHT', 'EXCEPTIONS', 'LEADER_FEES', 'WALLET',
        'COMMISSION', 'SUPPLIER')
);

-- As before, the first booking of an owner makes all their accounts, so that nobody waits for a new one while holding an old.
create or replace function ledger_lock_accounts(touched ledger_account[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into ledger_account (owner, kind)
    select distinct t.owner, k.kind
    from unnest(touched) t
    cross join unnest(
        case when t.kind in ('LEADER_FEES', 'WALLET', 'COMMISSION', 'SUPPLIER') then array[t.kind]
        else array['CUSTOMER_FUNDS', 'EXCEPTIONS', 'PROVIDER_CLEARING', 'REFUND_IN_FLIGHT', 'SALES'] end
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
