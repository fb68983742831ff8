-- I-R1 Nobody is given goods that did not come, and nothing that came is kept back while somebody goes without
select p.community_id, p.cycle_id, p.product_id, p.usable, sum(s.given) as given
from shortage_product p
join shortage_share s on s.community_id = p.community_id and s.cycle_id = p.cycle_id and s.product_id = p.product_id
group by p.community_id, p.cycle_id, p.product_id, p.usable
having coalesce(sum(s.given) filter (where s.outcome is distinct from 'KEPT'), 0) > p.usable
    or (count(*) filter (where s.outcome = 'KEPT') = 0 and sum(s.given) <> p.usable);

-- I-R2 What was taken off an order is what it was not given of goods that came short
select s.community_id, s.order_id, s.product_id, s.ordered, s.given
from shortage_share s
join goods_receipt r on r.community_id = s.community_id and r.cycle_id = s.cycle_id and r.product_id = s.product_id
join orders o on o.community_id = s.community_id and o.id = s.order_id
where s.outcome = 'GIVEN' and o.status <> 'REFUNDED' and s.ordered - s.given <> (
    select coalesce(sum(c.pieces), 0) from order_adjustment c
    where c.community_id = s.community_id and c.order_id = s.order_id and c.product_name = r.product_name
        and c.spec = r.spec and c.kind = 'SHORT');

-- I-R2 [money] An order that was given nothing at all has all its money back
select s.community_id, s.order_id from shortage_share s
join orders o on o.community_id = s.community_id and o.id = s.order_id
where s.outcome = 'GIVEN' and o.status in ('PAID', 'CONFIRMED', 'COLLECTED', 'COMPLETED')
    and not exists (select from order_line l where l.community_id = o.community_id and l.order_id = o.id);

-- I-R3 What was given out reaches every order within five minutes
select s.community_id, s.order_id, h.confirmed_at from shortage_share s
join shortage_product p on p.community_id = s.community_id and p.cycle_id = s.cycle_id and p.product_id = s.product_id
join shortage h on h.community_id = p.community_id and h.cycle_id = p.cycle_id and h.id = p.shortage_id
where s.settled_at is null and h.confirmed_at < now() - interval '5 minutes';

-- I-R4 The last count of a product is its receipt
select r.community_id, r.cycle_id, r.product_id, r.arrived, r.damaged, last.arrived as counted
from goods_receipt r left join lateral (
    select h.arrived, h.damaged from goods_receipt_history h
    where h.community_id = r.community_id and h.cycle_id = r.cycle_id and h.product_id = r.product_id
    order by h.step desc limit 1) last on true
where (r.arrived, r.damaged) is distinct from (last.arrived, last.damaged);
