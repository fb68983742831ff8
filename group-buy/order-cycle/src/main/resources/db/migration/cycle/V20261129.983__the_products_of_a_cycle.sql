-- The products of the catalogue that the cycle with this code offers; for the statements of modules that keep its card.
create function products_of_cycle(community uuid, code text) returns uuid[]
language sql stable as $$
    select coalesce(array_agg(distinct s.product_id), '{}') from order_cycle c
    join cycle_product p on p.community_id = c.community_id and p.cycle_id = c.id
    join sku s on s.community_id = p.community_id and s.id = p.sku_id
    where c.community_id = $1 and c.code = $2
$$;
