-- The product with this code; for the statements of modules that keep its card.
create function product_of_code(community uuid, code text) returns uuid
language sql stable as $$
    select p.id from product p where p.community_id = $1 and p.code = $2
$$;
