-- For a statement of another module that needs a SKU beside its own rows. tuanju.catalog.SkuCard reads it.
create function sku_card(community uuid, sku uuid)
returns table (sku_product uuid, sku_name text, sku_spec text, sku_origin text, sku_picture text, sku_price_fen bigint,
    sku_pieces_left int, sku_per_person_limit int, sku_on_sale boolean)
language sql stable as $$
    select s.product_id, p.name, s.spec, p.origin, p.pictures[1]::text, s.price_fen, s.on_hand - s.reserved, s.per_person_limit,
        p.archived_at is null and s.archived_at is null
    from sku s join product p on p.community_id = s.community_id and p.id = s.product_id
    where s.community_id = $1 and s.id = $2
$$;
