-- I-Q1 What a campaign set aside and gave is what orders got of it, and never more than its budget
select c.community_id, c.id, c.code from coupon_campaign c
left join (select community_id, campaign_id, sum(amount_fen) filter (where state = 'HELD') as held,
        sum(amount_fen - returned_fen) filter (where state = 'GIVEN') as given from coupon_use group by community_id, campaign_id) u
    on u.community_id = c.community_id and u.campaign_id = c.id
where c.held_fen + c.given_fen > c.budget_fen
    or c.held_fen <> coalesce(u.held, 0) or c.given_fen <> coalesce(u.given, 0);

-- I-Q2 As many coupons of a campaign were claimed as it counted, and nobody has more than one may have
select c.community_id, c.id, c.code from coupon_campaign c
where c.claimed <> (select count(*) from coupon k
        where k.community_id = c.community_id and k.campaign_id = c.id and k.nth is not null)
    or exists (select from coupon k where k.community_id = c.community_id and k.campaign_id = c.id and k.nth > c.per_person and c.way not in ('INVITE', 'PLAN'));

-- I-Q3 A coupon is used by its owner, on their own order, and on one that lives at a time
select u.community_id, u.coupon_id, u.order_id from coupon_use u
left join coupon k on k.community_id = u.community_id and k.id = u.coupon_id and k.member_id = u.member_id
left join orders o on o.community_id = u.community_id and o.id = u.order_id and o.buyer_id = u.member_id
where k.id is null or o.id is null or (u.state in ('HELD', 'GIVEN') and exists (
    select from coupon_use other where other.community_id = u.community_id and other.coupon_id = u.coupon_id
        and other.order_id <> u.order_id and other.state in ('HELD', 'GIVEN')));

-- I-Q4 What an order got of coupons stands on it as a discount
select u.community_id, u.order_id from coupon_use u
group by u.community_id, u.order_id
having sum(u.amount_fen) <> (select coalesce(sum(d.amount_fen), 0) from order_discount d
    where d.community_id = u.community_id and d.order_id = u.order_id and d.source = 'coupon');

-- I-Q5 A coupon set aside for an order that ended unpaid, or given to one that was refunded, is back within an hour
select u.community_id, u.coupon_id, u.order_id from coupon_use u
join orders o on o.community_id = u.community_id and o.id = u.order_id
where u.state in ('HELD', 'GIVEN') and o.status in ('CLOSED', 'REFUNDED')
    and not exists (select from order_history h where h.community_id = o.community_id and h.order_id = o.id
        and h.at > now() - interval '1 hour');

-- I-Q6 A coupon that came with an order that went back whole is gone within an hour, unless it was used
select g.community_id, g.order_id, g.coupon_id from coupon_gift g
join orders o on o.community_id = g.community_id and o.id = g.order_id and o.status = 'REFUNDED'
join coupon k on k.community_id = g.community_id and k.id = g.coupon_id and k.withdrawn_at is null
where not exists (select from coupon_use u where u.community_id = k.community_id and u.coupon_id = k.id
        and u.state in ('HELD', 'GIVEN', 'GIVEN_LATE'))
    and not exists (select from order_history h where h.community_id = o.community_id and h.order_id = o.id
        and h.at > now() - interval '1 hour');
