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
        union all select community_id, -fen from settlement_share) parts
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

-- I-L16 [money] What a leader gave off a settled order is what it cost less than its goods out of their fee
select s.community_id, s.order_id, s.discount_fen from settlement s
where s.discount_fen <> (
    select coalesce(sum(d.amount_fen), 0) from order_discount d
    where d.community_id = s.community_id and d.order_id = s.order_id and d.funder = 'LEADER');

-- I-L16 [money] Orders and settlements agree on what is settled, and only what was completed is
select coalesce(o.community_id, s.community_id), coalesce(o.id, s.order_id), o.status
from (select community_id, id, status, settled_at from orders where settled_at is not null) o
full join settlement s on s.community_id = o.community_id and s.order_id = o.id
where o.id is null or s.order_id is null;

-- I-L16 [money] Every completed order that was paid here is settled within two hours
select o.community_id, o.id from orders o
where o.status = 'COMPLETED' and o.kind <> 'IMPORT' and o.settled_at is null and not exists (
    select from order_history h where h.community_id = o.community_id and h.order_id = o.id
        and h.to_status = 'COMPLETED' and h.at > now() - interval '2 hours');

-- I-L15 [money] What is owed for bringing buyers and for delivering is their shares of settled orders
select coalesce(a.owner, h.member_id), coalesce(a.kind, h.kind), a.balance_fen, h.fen
from (select owner, kind, balance_fen from ledger_account where kind in ('COMMISSION', 'SUPPLIER')) a
full join (select member_id, kind, sum(fen) as fen from settlement_share group by member_id, kind) h
    on h.member_id = a.owner and h.kind = a.kind
where coalesce(a.balance_fen, 0) <> coalesce(h.fen, 0);

-- I-L15 [money] A share of a settled order is what was promised when it was placed, of what is kept of it now
select coalesce(p.community_id, h.community_id), coalesce(p.order_id, h.order_id), coalesce(p.kind, h.kind), p.fen, h.fen
from (
    select e.community_id, e.order_id, e.kind, e.member_id, trunc(
        e.base_fen::numeric * e.basis_points * s.kept_fen / (s.paid_fen::numeric * 10000))::bigint as fen
    from order_entitlement e
    join settlement s on s.community_id = e.community_id and s.order_id = e.order_id and s.paid_fen > 0
    where e.kind <> 'LEADER_FEE') p
full join settlement_share h
    on h.community_id = p.community_id and h.order_id = p.order_id and h.kind = p.kind and h.member_id = p.member_id
where p.fen is distinct from h.fen;

-- I-L15 [money] A settled fee is of the share that was promised, and with the commission at most a fifth
select s.community_id, s.order_id, s.basis_points from settlement s
left join order_entitlement e on e.community_id = s.community_id and e.order_id = s.order_id and e.kind = 'LEADER_FEE'
left join settlement_share h on h.community_id = s.community_id and h.order_id = s.order_id and h.kind = 'COMMISSION'
where e.basis_points <> s.basis_points or s.basis_points + h.basis_points > 2000;
