-- I-K1 An order whose hand-over stands has been collected
select h.community_id, h.order_id, o.status from handover h
join orders o on o.community_id = h.community_id and o.id = h.order_id
where h.undone_at is null and o.status not in ('COLLECTED', 'COMPLETED', 'REFUNDED');

-- I-K2 No order has two hand-overs that stand
select community_id, order_id from handover where undone_at is null
group by community_id, order_id having count(*) > 1;

-- I-K3 An act of a phone that counts was done by its own person
select a.community_id, a.id from desk_act a
join handover h on h.community_id = a.community_id and h.id = a.handover_id
where a.outcome = 'DONE'
    and a.member_id is distinct from case a.kind when 'HANDOVER' then h.handed_by else h.undone_by end;

-- I-K4 What stands as handed over in parts is what the order's lines say, product by product
select coalesce(p.community_id, l.community_id), coalesce(p.order_id, l.order_id), p.pieces, l.handed
from (select community_id, order_id, product_name, spec, sum(pieces) as pieces from handover_part
      where undone_at is null group by community_id, order_id, product_name, spec) p
full join (select community_id, order_id, product_name, spec, sum(handed) as handed from order_line
      where handed > 0 group by community_id, order_id, product_name, spec) l
    on l.community_id = p.community_id and l.order_id = p.order_id and l.product_name = p.product_name and l.spec = p.spec
where p.pieces is distinct from l.handed;
