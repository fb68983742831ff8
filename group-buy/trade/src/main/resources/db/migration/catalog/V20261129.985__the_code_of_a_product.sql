-- By which code this product has its card; for the statements of modules that keep its id.
create function code_of_product(community uuid, product uuid) returns text
language sql stable as $$
    select p.code from product p where p.community_id = $1 and p.id = $2
$$;
