-- I-E1 [money] A plan that was taken is paid by one capture of its price, and what went back of it is what it says
select s.community_id, s.id, s.status from plan_subscription s
where case when s.status in ('PLACED', 'CLOSED') then 0 else 1 end <> (
        select count(*) from capture c where c.community_id = s.community_id and c.order_id = s.id and c.outcome = 'ORDER')
    or s.paid_at is not null and s.price_fen <> (select coalesce(sum(c.amount_fen), 0) from capture c
        where c.community_id = s.community_id and c.order_id = s.id and c.outcome = 'ORDER')
    or s.refund_fen <> (select coalesce(sum(r.amount_fen), 0) from refund r
        where r.community_id = s.community_id and r.order_id = s.id and r.reason = 'time-not-used');

-- I-E2 [money] Whoever ends a plan early has back its price for the days that were not begun, and nobody else anything
select s.community_id, s.id, s.refund_fen from plan_subscription s
where s.refund_fen <> case when s.status = 'CANCELLED' then
    trunc(s.price_fen * greatest(least(floor(extract(epoch from s.ends_at - greatest(s.over_at, s.starts_at)) / 86400), s.days), 0)
        / s.days) else 0 end;

-- I-E3 Nobody has two plans of a community at the same time
select s.community_id, s.member_id, s.id from plan_subscription s
join plan_subscription o on o.community_id = s.community_id and o.member_id = s.member_id and o.id > s.id
    and o.paid_at is not null and o.starts_at < coalesce(s.over_at, s.ends_at) and s.starts_at < coalesce(o.over_at, o.ends_at)
where s.paid_at is not null;

-- I-E4 [money] What is kept of a plan that is over is the community's alone, and nobody earns by one
select s.community_id, s.id, s.status from plan_subscription s
left join settlement k on k.community_id = s.community_id and k.order_id = s.id
where case when s.status in ('ENDED', 'CANCELLED') and s.price_fen > s.refund_fen
        then k.sold is distinct from 'TIME' or k.kept_fen <> s.price_fen - s.refund_fen or k.fee_fen <> 0
        else k.order_id is not null end
    or exists (select from settlement_share h where h.community_id = s.community_id and h.order_id = s.id)
    or exists (select from commission m where m.community_id = s.community_id and m.order_id = s.id);

-- I-E5 A price of one's own is that of a plan that was paid, as low and as long as that says
select p.community_id, p.id, p.member_id from own_price p
left join plan_subscription s on s.community_id = p.community_id and s.id = p.id and s.member_id = p.member_id
    and s.paid_at is not null and s.basis_points = p.basis_points and s.leader_id is not distinct from p.leader_id
    and p.begins >= s.starts_at and p.ends <= greatest(s.starts_at, coalesce(s.over_at, s.ends_at))
where s.id is null;

-- I-E6 Nobody had two coupons of one campaign from plans within thirty days, however often they took one
select s.community_id, s.member_id, c.coupon_id from plan_coupon c
join plan_subscription s on s.community_id = c.community_id and s.id = c.subscription_id
join plan_coupon o on o.community_id = c.community_id and o.coupon_id > c.coupon_id
    and abs(extract(epoch from o.given_at - c.given_at)) < 29 * 86400
join plan_subscription t on t.community_id = o.community_id and t.id = o.subscription_id
where t.member_id = s.member_id and t.campaign_code = s.campaign_code;

-- I-E7 Of a plan that was ended early no coupon is free an hour later
select c.community_id, c.coupon_id from plan_coupon c
join plan_subscription s on s.community_id = c.community_id and s.id = c.subscription_id
join coupon k on k.community_id = c.community_id and (k.id = c.coupon_id or k.replaces = c.coupon_id)
where s.status = 'CANCELLED' and s.over_at < now() - interval '1 hour' and k.withdrawn_at is null and k.ends_at > now()
    and not exists (select from coupon_use u where u.community_id = k.community_id and u.coupon_id = k.id
        and (u.state in ('HELD', 'GIVEN', 'GIVEN_LATE') or u.changed_at > now() - interval '1 hour'));
