-- What a member had of their own completed order with this code; for the statements of modules that let them say how it was.
create function own_completed_lines(community uuid, member uuid, code text)
    returns table (order_id uuid, product_id uuid, product_name text, source_code text)
language sql stable as $$
    select o.id, l.product_id, min(l.product_name), min(o.source_code) from orders o
    join order_line l on l.community_id = o.community_id and l.order_id = o.id
    where o.community_id = $1 and o.buyer_id = $2 and o.code = $3 and o.status = 'COMPLETED' and o.kind <> 'IMPORT'
        and o.collected_at is not null and l.product_id is not null and l.quantity > 0
    group by o.id, l.product_id order by min(l.position)
$$;
