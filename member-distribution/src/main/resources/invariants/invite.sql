-- I-N1 Whoever brought a neighbour got at most one coupon for them, never for themselves, and no more a month than the campaign says
select i.community_id, i.invited_id from invite i
left join coupon_campaign c on c.community_id = i.community_id and c.id = i.campaign_id and c.way = 'INVITE'
where c.id is null or i.inviter_id = i.invited_id or i.nth_of_month > c.per_person
    or i.of_inviter is not null and i.of_inviter = i.of_invited;

-- I-N2 What an invite gave, it gave for an order that was completed, and what is unused of it is gone within an hour of a refund
select i.community_id, i.invited_id from invite i
left join orders o on o.community_id = i.community_id and o.id = i.order_id and o.buyer_id = i.invited_id
where o.id is null
    or i.state = 'GIVEN' and o.status <> 'COMPLETED' and not exists (select from order_history h
        where h.community_id = o.community_id and h.order_id = o.id and h.at > now() - interval '1 hour');
