update cycle_product p set waited = w.pieces
from (
    select community_id, product_id, sum(quantity) as pieces from waiting_wish where status = 'WAITING'
    group by community_id, product_id
) w
where w.community_id = p.community_id and w.product_id = p.id;
