-- I-L6 [money] A wallet holds in the books what is left of its credit
select coalesce(a.owner, l.wallet_id), a.balance_fen, l.fen
from (select owner, balance_fen from ledger_account where kind = 'WALLET') a
full join (select wallet_id, sum(left_fen) as fen from wallet_lot group by wallet_id) l on l.wallet_id = a.owner
where coalesce(a.balance_fen, 0) <> coalesce(l.fen, 0);

-- I-L17 [money] What is left of credit is what came in less what went out, and never less than nothing
select l.community_id, l.id, l.left_fen, l.held_fen from wallet_lot l
where l.left_fen < 0 or l.held_fen < 0 or l.held_fen > l.left_fen or l.left_fen <> (
    select coalesce(sum(e.fen), 0) from wallet_entry e where e.community_id = l.community_id and e.lot_id = l.id);

-- I-L17 [money] No credit comes from money that a leader took, or from anything but a refund that stayed
select l.community_id, l.id, l.provider from wallet_lot l
left join refund r on r.community_id = l.community_id and r.id = l.refund_id
left join payment p on p.community_id = l.community_id and p.id = l.payment_id
where p.provider is null or p.provider in ('offline', 'wallet') or p.provider <> l.provider
    or r.provider is distinct from 'wallet' or r.amount_fen <> l.amount_fen or r.payment_id <> l.payment_id;
