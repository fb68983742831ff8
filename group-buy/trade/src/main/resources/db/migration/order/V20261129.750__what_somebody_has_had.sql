-- Whether this member has a completed order of their own with this product, or from the cycle or team with this code; what was
-- only brought in from elsewhere says nothing. For the statements of modules that say "bought".
create function has_completed(community uuid, member uuid, product uuid, source text) returns boolean
language sql stable as $$
    select exists (
        select from orders o
        where o.community_id = $1 and o.buyer_id = $2 and o.status = 'COMPLETED' and o.kind <> 'IMPORT'
            and (o.source_code = $4 or exists (
                select from order_line l
                where l.community_id = o.community_id and l.order_id = o.id and l.product_id = $3)))
$$;
