-- I-J1 A line below its usual price is a member's, and no lower than a member day of that community or a price of their own makes it
select l.community_id, l.order_id, l.id, l.usual_price_fen, l.unit_price_fen from order_line l
join orders o on o.community_id = l.community_id and o.id = l.order_id
where l.usual_price_fen is not null and (o.buyer_id is null or not exists (
    select from member_day d where d.community_id = l.community_id
        and d.made_at <= o.placed_at + interval '1 minute'
        and (d.ended_at is null or d.ended_at >= o.placed_at - interval '1 minute')
        and l.unit_price_fen >= l.usual_price_fen - l.usual_price_fen * d.basis_points / 10000
) and not exists (
    select from own_price p where p.community_id = l.community_id and p.member_id = o.buyer_id
        and p.begins <= o.placed_at + interval '1 minute' and p.ends >= o.placed_at - interval '1 minute'
        and l.unit_price_fen >= l.usual_price_fen - l.usual_price_fen * p.basis_points / 10000));
