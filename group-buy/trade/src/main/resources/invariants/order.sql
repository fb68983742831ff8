-- I-L12 [money] An order's amount is the sum of its lines
select o.community_id, o.id, o.amount_fen from orders o
where o.amount_fen <> (
    select coalesce(sum(amount_fen), 0) from order_line l where l.community_id = o.community_id and l.order_id = o.id
);

-- I-L11 [money] A discount is what the lines of its order got of it
select d.community_id, d.order_id, d.position, d.amount_fen from order_discount d
where d.amount_fen <> (
    select coalesce(sum(l.amount_fen), 0) from order_discount_line l
    where l.community_id = d.community_id and l.order_id = d.order_id and l.position = d.position);

-- I-L12 [money] What a line costs less than its price is what it got of discounts, less what went with pieces that left it
select coalesce(g.community_id, k.community_id), coalesce(g.line_id, k.line_id), g.fen as got, k.fen as kept
from (select community_id, line_id, sum(amount_fen) as fen from order_discount_line group by community_id, line_id) g
full join (
    select community_id, line_id, sum(fen) as fen from (
        select community_id, id as line_id, discount_fen as fen from order_line where discount_fen > 0
        union all
        select community_id, line_id, discount_fen from order_adjustment where discount_fen > 0) parts
    group by community_id, line_id) k on k.community_id = g.community_id and k.line_id = g.line_id
where g.fen is distinct from k.fen;

-- I-O1 The last step of an order's history is its status, and every step follows the one before
select o.community_id, o.id, o.status from orders o
where o.status is distinct from (
        select to_status from order_history h
        where h.community_id = o.community_id and h.order_id = o.id order by step desc limit 1)
    or exists (
        select from (
            select from_status, lag(to_status) over (order by step) as was
            from order_history h where h.community_id = o.community_id and h.order_id = o.id) step
        where step.from_status is distinct from step.was);

-- I-O1 Every step is in the table of allowed transitions and says why
select community_id, order_id, from_status, to_status from order_history
where cause = '' or (from_status is not null and not order_may_become(from_status, to_status))
    or (from_status is null and to_status not in ('PLACED', 'CONFIRMED'));

-- I-O2 No order waits for its money long after its time is over
select community_id, id, pay_before, sweep_at from orders
where status = 'PLACED' and pay_before < now() - interval '1 hour' and sweep_at < now() - interval '10 minutes';

-- I-O2 No collected order stays uncompleted a day longer than it may
select community_id, id, collected_at from orders
where status = 'COLLECTED' and collected_at < now() - interval '8 days';

-- I-L13 [money] An order is paid exactly when one capture, credit or both pay it, of its amount and what went back line by line
select o.community_id, o.id, o.status, o.amount_fen, coalesce(paid.captures, 0) as captures, paid.fen
from orders o left join (
    select community_id, order_id, count(*) as captures, count(*) filter (where provider = 'wallet') as credits,
        sum(amount_fen) as fen
    from capture where outcome = 'ORDER' group by community_id, order_id
) paid on paid.community_id = o.community_id and paid.order_id = o.id
where o.kind <> 'IMPORT' and case
    when o.status in ('PLACED', 'CLOSED') then coalesce(paid.captures, 0) <> 0
    else coalesce(paid.captures, 0) not between 1 and 1 + coalesce(paid.credits, 0) or paid.credits > 1 or paid.fen <> o.amount_fen + o.returned_fen end;

-- I-L13 [money] A refunded order has a refund of its whole amount, but for what went back before while its goods stayed
select o.community_id, o.id from orders o
where o.status = 'REFUNDED' and o.kind <> 'IMPORT' and o.amount_fen - o.allowed_fen <> (
    select coalesce(sum(r.amount_fen), 0) from refund r
    where r.community_id = o.community_id and r.order_id = o.id and r.request_key = 'order-' || o.id);

-- I-L13 [money] What went back line by line is what the lines say and what the refunds carry
select o.community_id, o.id, o.returned_fen from orders o
where o.returned_fen <> (
        select coalesce(sum(c.fen + c.before_fen), 0) from order_adjustment c
        where c.community_id = o.community_id and c.order_id = o.id and c.was is not null)
    or (o.returned_fen > 0 and o.kind <> 'IMPORT' and o.returned_fen - (
        select coalesce(sum(c.before_fen), 0) from order_adjustment c
        where c.community_id = o.community_id and c.order_id = o.id) <> (
        select coalesce(sum(r.amount_fen), 0) from refund r
        where r.community_id = o.community_id and r.order_id = o.id
            and r.reason not in ('automatic', 'credit-paid-back') and r.request_key <> 'order-' || o.id
            and r.request_key not like 'allowance-%'));

-- I-L13 [money] What went back while the goods stayed is what was given for the lines and what the refunds carry
select o.community_id, o.id, o.allowed_fen from orders o
where o.allowed_fen <> (
        select coalesce(sum(case when a.was is null then a.fen else -a.before_fen end), 0) from order_adjustment a
        where a.community_id = o.community_id and a.order_id = o.id)
    or (o.allowed_fen > 0 and o.kind <> 'IMPORT' and o.allowed_fen + (
        select coalesce(sum(a.before_fen), 0) from order_adjustment a
        where a.community_id = o.community_id and a.order_id = o.id) <> (
        select coalesce(sum(r.amount_fen), 0) from refund r
        where r.community_id = o.community_id and r.order_id = o.id and r.request_key like 'allowance-%'));

-- I-O4 What was paid back by hand was taken by hand before, for an order that came from elsewhere
select b.community_id, b.order_id, sum(b.amount_fen) as paid_back from order_paid_back_by_hand b
where b.undone_at is null
group by b.community_id, b.order_id
having sum(b.amount_fen) > (
    select coalesce(sum(t.amount_fen), 0) from order_taken_by_hand t
    join orders o on o.community_id = t.community_id and o.id = t.order_id and o.kind = 'IMPORT'
    where t.community_id = b.community_id and t.order_id = b.order_id and t.undone_at is null);

-- I-L16 [money] What a leader gave off a settled order is what it cost less than its goods out of their fee
select s.community_id, s.order_id, s.discount_fen from settlement s
where s.discount_fen <> (
    select coalesce(sum(d.amount_fen), 0) from order_discount d
    where d.community_id = s.community_id and d.order_id = s.order_id and d.funder = 'LEADER');

-- I-L16 [money] Orders and settlements agree on what is settled, and only what was completed is
select coalesce(o.community_id, s.community_id), coalesce(o.id, s.order_id), o.status
from (select community_id, id, status, settled_at from orders where settled_at is not null) o
full join (select community_id, order_id from settlement where sold = 'GOODS') s
    on s.community_id = o.community_id and s.order_id = o.id
where o.id is null or s.order_id is null;

-- I-L16 [money] Every completed order that was paid here is settled within two hours
select o.community_id, o.id from orders o
where o.status = 'COMPLETED' and o.kind <> 'IMPORT' and o.settled_at is null and not exists (
    select from order_history h where h.community_id = o.community_id and h.order_id = o.id
        and h.to_status = 'COMPLETED' and h.at > now() - interval '2 hours');

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
