-- Weights that stand already, on the first line of their goods.
update order_line l set grams = w.grams
from weighed_line w
join cycle_product p on p.community_id = w.community_id and p.id = w.product_id
where w.settled_at is not null and l.community_id = w.community_id and l.order_id = w.order_id
    and l.product_name = p.name and l.spec = p.spec
    and l.position = (
        select min(f.position) from order_line f
        where f.community_id = l.community_id and f.order_id = l.order_id
            and f.product_name = l.product_name and f.spec = l.spec
        having sum(f.quantity) = w.pieces);
