-- I-B1 What is left of each lot of points is what came into it less what left, and what is set aside of it is for orders that wait
select l.community_id, l.id, l.member_id from points_lot l
where l.left_points <> (select coalesce(sum(e.points), 0) from points_entry e
        where e.community_id = l.community_id and e.lot_id = l.id)
    or l.held_points <> (select coalesce(sum(h.points), 0) from points_hold_lot h
        join points_hold o on o.community_id = h.community_id and o.order_id = h.order_id and o.state = 'HELD'
        where h.community_id = l.community_id and h.lot_id = l.id)
    or l.held_points < 0 or l.held_points > l.left_points or l.left_points > l.points;

-- I-B2 A debt of points is what was owed less what was worked off, and nobody who owes has any that are free
select a.community_id, a.member_id from points_account a
where a.debt < 0
    or a.debt <> (select coalesce(sum(e.debt), 0) from points_entry e
        where e.community_id = a.community_id and e.member_id = a.member_id)
    or a.debt > 0 and exists (select from points_lot l where l.community_id = a.community_id and l.member_id = a.member_id
        and l.left_points > l.held_points and l.ends_at > now());

-- I-B3 Points that an order took name their lots, are its buyer's, and stand on it as what they pay
select h.community_id, h.order_id from points_hold h
left join orders o on o.community_id = h.community_id and o.id = h.order_id and o.buyer_id = h.member_id
where o.id is null
    or h.points <> (select coalesce(sum(d.amount_fen), 0) from order_discount d
        where d.community_id = h.community_id and d.order_id = h.order_id and d.source = 'points' and d.funder = 'BUYER')
    or h.state <> 'FREED' and h.points <> h.owed + (select coalesce(sum(l.points), 0) from points_hold_lot l
        where l.community_id = h.community_id and l.order_id = h.order_id)
    or h.state = 'FREED' and exists (select from points_hold_lot l
        where l.community_id = h.community_id and l.order_id = h.order_id);

-- I-B4 Points of an order that ended unpaid or went back are their owner's again within an hour, and never more than it took
select h.community_id, h.order_id from points_hold h
join orders o on o.community_id = h.community_id and o.id = h.order_id
where h.back > h.points
    or (h.state = 'HELD' and o.status = 'CLOSED' or h.state = 'SPENT' and o.status = 'REFUNDED' and h.back < h.points)
    and not exists (select from order_history s where s.community_id = o.community_id and s.order_id = o.id
        and s.at > now() - interval '1 hour');

-- I-B5 An order gives no more points than its rate on each whole yuan that is kept of it, and none once it went back, within an hour
select e.community_id, e.order_id from points_earning e
join orders o on o.community_id = e.community_id and o.id = e.order_id
where e.taken > e.earned
    or e.earned - e.taken > (case when o.status in ('COLLECTED', 'COMPLETED') then o.amount_fen - o.allowed_fen else 0 end) / 100 * e.per_yuan * e.percent / 100
    and not exists (select from order_history s where s.community_id = o.community_id and s.order_id = o.id
        and s.at > now() - interval '1 hour')
    and not exists (select from order_adjustment s where s.community_id = o.community_id and s.order_id = o.id
        and s.at > now() - interval '1 hour');

-- I-B6 What the books say is promised in points is what is left of all lots, a fen for each, and what it cost is the same
select coalesce(l.community_id, b.owner) as community_id, l.points, b.promised, b.cost
from (select community_id, sum(left_points) as points from points_lot group by community_id) l
full join (select owner, coalesce(sum(balance_fen) filter (where kind = 'POINTS_LIABILITY'), 0) as promised,
        coalesce(sum(balance_fen) filter (where kind = 'POINTS_COST'), 0) as cost
    from ledger_account where kind in ('POINTS_LIABILITY', 'POINTS_COST') group by owner) b on b.owner = l.community_id
where coalesce(l.points, 0) <> coalesce(b.promised, 0) or coalesce(b.promised, 0) + coalesce(b.cost, 0) <> 0;

-- I-B7 Nobody gets points for a check-in twice on a day, and a streak is the days in a row
select c.community_id, c.member_id, c.day from points_check_in c
where c.streak <> 1 + coalesce((select y.streak from points_check_in y where y.community_id = c.community_id
        and y.member_id = c.member_id and y.day = c.day - 1), 0)
    or exists (select from points_check_in o where o.community_id = c.community_id and o.member_id = c.member_id
        and o.day = c.day group by o.day having count(*) > 1);

-- I-B8 Points that were exchanged name their lots, and left them
select x.community_id, x.id from points_exchange x
where x.points <> (select coalesce(sum(l.points), 0) from points_exchange_lot l
        where l.community_id = x.community_id and l.exchange_id = x.id)
union all
select l.community_id, l.lot_id from points_exchange_lot l
group by l.community_id, l.lot_id
having sum(l.points) <> (select coalesce(-sum(e.points), 0) from points_entry e
    where e.community_id = l.community_id and e.lot_id = l.lot_id and e.kind = 'EXCHANGED');
