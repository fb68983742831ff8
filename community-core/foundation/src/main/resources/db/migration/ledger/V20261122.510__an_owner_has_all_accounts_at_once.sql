-- Accounts came one by one as they were needed. A payment that held one of them and needed a new one, and another that had
-- just made the new one and needed the held one, waited for each other. Now the first booking of an owner makes them all.
create or replace function ledger_lock_accounts(touched ledger_account[]) returns void language plpgsql as $$
begin
    insert into ledger_account (owner, kind)
    select distinct t.owner, k.kind
    from unnest(touched) t
    cross join unnest(
        array['CUSTOMER_FUNDS', 'EXCEPTIONS', 'PROVIDER_CLEARING', 'REFUND_IN_FLIGHT', 'SALES']
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

insert into ledger_account (owner, kind)
select o.owner, k.kind
from (select distinct owner from ledger_account) o
cross join unnest(array['CUSTOMER_FUNDS', 'EXCEPTIONS', 'PROVIDER_CLEARING', 'REFUND_IN_FLIGHT', 'SALES']) as k (kind)
order by o.owner, k.kind
on conflict do nothing;
