-- I-L1 [money] The entries of every transfer add up to zero, and a transfer that moved money has both sides
select t.id from ledger_transfer t left join ledger_entry e on e.transfer_id = t.id
group by t.id, t.stage, t.amount_fen
having coalesce(sum(e.fen), 0) <> 0
    or coalesce(sum(e.fen) filter (where e.fen > 0), 0)
        <> case when t.stage in ('POSTED', 'SETTLED', 'REVERSED') then t.amount_fen else 0 end;

-- I-L2 [money] All balances together are zero
select sum(balance_fen) from ledger_account having sum(balance_fen) <> 0;

-- I-L3 [money] Every cached balance is the sum of its entries
select coalesce(a.owner, e.owner) as owner, coalesce(a.kind, e.kind) as kind, a.balance_fen, e.fen
from ledger_account a
full join (select owner, kind, sum(fen) as fen from ledger_entry group by owner, kind) e
    on e.owner = a.owner and e.kind = a.kind
where coalesce(a.balance_fen, 0) <> coalesce(e.fen, 0);

-- I-L5 [money] Nothing is booked twice for one source and step
select source_type, source_id, step from ledger_transfer group by source_type, source_id, step having count(*) > 1;

-- I-L6 [money] Only what providers keep, what is owed back and what points cost may be below zero
select owner, kind, balance_fen from ledger_account
where balance_fen < 0 and kind not in ('PROVIDER_CLEARING', 'COMMISSION_DEBT', 'POINTS_COST')
    or balance_fen > 0 and kind in ('COMMISSION_DEBT', 'POINTS_COST');

-- I-L7 [money] Reversals swap the accounts of their original and never exceed it
select o.id from ledger_transfer o join ledger_transfer r on r.original_id = o.id
group by o.id, o.amount_fen, o.stage
having sum(r.amount_fen) > o.amount_fen
    or o.stage not in ('POSTED', 'SETTLED')
    or bool_or((r.debit_owner, r.debit_kind, r.credit_owner, r.credit_kind)
        is distinct from (o.credit_owner, o.credit_kind, o.debit_owner, o.debit_kind));

-- I-L9 [money] What is held is the sum of the open holds, and no more than is there
select a.owner, a.kind, a.held_fen from ledger_account a
left join (
    select h.debit_owner, h.debit_kind, sum(h.amount_fen) as fen from ledger_transfer h
    where h.stage = 'HELD' and not exists (select from ledger_transfer t where t.hold_id = h.id)
    group by h.debit_owner, h.debit_kind
) held on held.debit_owner = a.owner and held.debit_kind = a.kind
where a.held_fen <> coalesce(held.fen, 0)
    or (a.kind not in ('PROVIDER_CLEARING', 'COMMISSION_DEBT', 'POINTS_COST') and a.held_fen > a.balance_fen);
