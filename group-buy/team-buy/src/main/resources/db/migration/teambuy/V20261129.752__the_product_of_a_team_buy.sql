-- The product that the offer or the team with this code sells; for the statements of modules that keep its card.
create function product_of_team_buy(community uuid, code text) returns uuid
language sql stable as $$
    select o.product_id from team_offer o where o.community_id = $1 and o.code = $2
    union all
    select o.product_id from team t join team_offer o on o.community_id = t.community_id and o.id = t.offer_id
    where t.community_id = $1 and t.code = $2
    limit 1
$$;
