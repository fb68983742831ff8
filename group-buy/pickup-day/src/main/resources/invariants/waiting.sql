-- I-C10 What is kept of a product for those who wait is what they wait for
select p.community_id, p.id, p.waited, w.pieces from cycle_product p
left join (
    select community_id, product_id, sum(quantity) as pieces from waiting_wish where status = 'WAITING'
    group by community_id, product_id
) w on w.community_id = p.community_id and w.product_id = p.id
where p.waited <> coalesce(w.pieces, 0);
