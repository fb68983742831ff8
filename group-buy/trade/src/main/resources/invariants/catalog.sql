-- I-S1 Reserved pieces are never negative and never more than are on hand
select community_id, id, on_hand, reserved from sku where reserved < 0 or reserved > on_hand;

-- I-S1 Reserved pieces are exactly those of orders that still hold goods (also I-S2: given back or handed over once)
select s.community_id, s.id, s.reserved, coalesce(held.pieces, 0) as held
from sku s left join (
    select l.community_id, l.sku_id, sum(l.quantity) as pieces
    from order_line l join orders o on o.community_id = l.community_id and o.id = l.order_id
    where l.sku_id is not null and o.status in ('PLACED', 'PAID', 'CONFIRMED')
    group by l.community_id, l.sku_id
) held on held.community_id = s.community_id and held.sku_id = s.id
where s.reserved <> coalesce(held.pieces, 0);

-- I-S3 What a member is counted as holding is what their orders hold that were not closed or refunded
select coalesce(h.community_id, o.community_id), coalesce(h.sku_id, o.sku_id), h.pieces, o.pieces as ordered
from sku_holding h full join (
    select l.community_id, l.sku_id, o.buyer_id, sum(l.quantity) as pieces
    from order_line l join orders o on o.community_id = l.community_id and o.id = l.order_id
    where l.sku_id is not null and o.buyer_id is not null
        and o.status in ('PLACED', 'PAID', 'CONFIRMED', 'COLLECTED', 'COMPLETED')
    group by l.community_id, l.sku_id, o.buyer_id
) o on o.community_id = h.community_id and o.sku_id = h.sku_id and o.buyer_id = h.member_id
where coalesce(h.pieces, 0) <> coalesce(o.pieces, 0);
