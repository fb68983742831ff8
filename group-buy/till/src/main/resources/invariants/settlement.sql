-- I-L10 [money] What is kept for customers is what was taken for orders that are not settled, less what went back
select coalesce(a.owner, p.community_id), a.balance_fen, p.fen
from (select owner, balance_fen from ledger_account where kind = 'CUSTOMER_FUNDS') a
full join (
    select p.community_id, sum(p.captured_fen - p.refunded_fen) as fen from payment p
    where not exists (
        select from settlement s where s.community_id = p.community_id and s.order_id = p.order_id)
    group by p.community_id
) p on p.community_id = a.owner
where coalesce(a.balance_fen, 0) <> coalesce(p.fen, 0);

-- I-L10 [money] A community has earned what is kept of its settled orders, less its leaders' fees and what others share
select coalesce(a.owner, s.community_id), a.balance_fen, s.fen
from (select owner, balance_fen from ledger_account where kind = 'SALES') a
full join (
    select community_id, sum(fen) as fen from (
        select community_id, kept_fen - fee_fen as fen from settlement
        union all select community_id, -fen from settlement_share where kind = 'SUPPLIER'
        union all select debit_owner, -amount_fen from ledger_transfer
            where debit_kind = 'SALES' and credit_kind in ('COMMISSION', 'COMMISSION_DEBT') and stage = 'POSTED'
        union all select credit_owner, amount_fen from ledger_transfer
            where credit_kind = 'SALES' and debit_kind in ('COMMISSION', 'COMMISSION_DEBT') and stage = 'POSTED') parts
    group by community_id
) s on s.community_id = a.owner
where coalesce(a.balance_fen, 0) <> coalesce(s.fen, 0);

-- I-L16 [money] What is owed to a leader is the fees of their settled orders
select coalesce(a.owner, s.leader_id), a.balance_fen, s.fen
from (select owner, balance_fen from ledger_account where kind = 'LEADER_FEES') a
full join (select leader_id, sum(fee_fen) as fen from settlement group by leader_id) s on s.leader_id = a.owner
where coalesce(a.balance_fen, 0) <> coalesce(s.fen, 0);

-- I-L19 [money] What is kept of a settled order is what was taken for it, less what went back
select s.community_id, s.order_id, s.kept_fen from settlement s
where s.kept_fen <> (
    select coalesce(sum(p.captured_fen - p.refunded_fen), 0) from payment p
    where p.community_id = s.community_id and p.order_id = s.order_id);

-- I-L15 [money] What is owed for delivering goods is the shares of settled orders
select coalesce(a.owner, h.member_id), coalesce(a.kind, h.kind), a.balance_fen, h.fen
from (select owner, kind, balance_fen from ledger_account where kind = 'SUPPLIER') a
full join (
    select member_id, kind, sum(fen) as fen from settlement_share where kind = 'SUPPLIER' group by member_id, kind) h
    on h.member_id = a.owner and h.kind = a.kind
where coalesce(a.balance_fen, 0) <> coalesce(h.fen, 0);
