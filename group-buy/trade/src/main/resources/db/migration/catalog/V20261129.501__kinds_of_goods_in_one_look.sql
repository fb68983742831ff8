-- For a statement of another module that needs to know of which product and category a SKU is.
create function sku_kind(community uuid, sku uuid) returns table (kind_product uuid, kind_category text)
language sql stable as $$
    select p.id, p.category from sku s join product p on p.community_id = s.community_id and p.id = s.product_id
    where s.community_id = $1 and s.id = $2
$$;
