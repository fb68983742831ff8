-- What a product is called by outside: its community's short code and fifty random bits, as of everything with a public name.
alter table product add column code text check (length(code) = 14);
update product p set code = (select short_code from community c where c.id = p.community_id) || (
    select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
        1 + get_byte(decode(md5(p.id::text || random()::text || place::text), 'hex'), 0) % 32, 1), '')
    from generate_series(1, 10) place);
alter table product alter column code set not null, add unique (community_id, code);

-- For a statement of another module that shows goods beside its own rows: what sku_card answers, and by which words they are found.
create function goods_card(community uuid, sku uuid)
returns table (sku_product uuid, sku_name text, sku_spec text, sku_origin text, sku_picture text, sku_price_fen bigint,
    sku_pieces_left int, sku_per_person_limit int, sku_on_sale boolean, sku_words text)
language sql stable as $$
    select s.product_id, p.name, s.spec, p.origin, p.pictures[1]::text, s.price_fen, s.on_hand - s.reserved, s.per_person_limit,
        p.archived_at is null and s.archived_at is null,
        lower(p.name || ' ' || s.spec || ' ' || p.category || ' ' || p.origin)
    from sku s join product p on p.community_id = s.community_id and p.id = s.product_id
    where s.community_id = $1 and s.id = $2
$$;
