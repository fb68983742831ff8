-- Whether this order is of this product, or from the cycle or team with this code; for the statements of modules that say what
-- led to an order. What was brought in from elsewhere is of nothing.
create function order_is_of(community uuid, placed uuid, product uuid, source text) returns boolean
language sql stable as $$
    select exists (
        select from orders o
        where o.community_id = $1 and o.id = $2 and o.kind <> 'IMPORT'
            and (o.source_code = $4 or exists (
                select from order_line l
                where l.community_id = o.community_id and l.order_id = o.id and l.product_id = $3)))
$$;
