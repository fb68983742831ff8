-- Whoever has paid for an order in a community, or has one that a leader brought in, belongs to it since the first.
do $$
begin
    perform belong(community_id, buyer_id, case when imported then 'CLAIM' else 'ORDER' end, since)
    from (
        select community_id, buyer_id, bool_and(kind = 'IMPORT') as imported, min(placed_at) as since
        from orders
        where buyer_id is not null and status not in ('PLACED', 'CLOSED')
        group by community_id, buyer_id
    ) bought;
end
$$;
