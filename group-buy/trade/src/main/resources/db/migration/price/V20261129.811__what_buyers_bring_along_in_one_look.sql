-- For a statement of another module that reads what an order needs: what its buyer could bring along for these goods from this
-- leader, as those read it who implement tuanju.price.BuyersDiscounts. Nobody brings anything here; a module above replaces it.
create function brought_along(of_community uuid, of_buyer uuid, of_leader uuid, of_skus uuid[]) returns jsonb
language sql stable as $$
    select '{}'::jsonb
$$;
