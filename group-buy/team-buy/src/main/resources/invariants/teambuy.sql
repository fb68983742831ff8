-- I-G1 No team has more people than seats, and its counters are its seats
select t.community_id, t.id, t.size, t.seats_taken, t.seats_paid, s.taken, s.paid
from team t left join lateral (
    select count(*) filter (where status in ('HELD', 'PAID')) as taken, count(*) filter (where status = 'PAID') as paid
    from seat where community_id = t.community_id and team_id = t.id) s on true
where t.seats_taken > t.size or t.seats_taken <> s.taken or t.seats_paid <> s.paid;

-- I-G1 Nobody sits in a team twice
select community_id, team_id, member_id from seat where status in ('HELD', 'PAID')
group by community_id, team_id, member_id having count(*) > 1;

-- I-G2 A team is formed exactly when every seat is paid
select community_id, id, status from team where (status = 'FORMED') <> (seats_paid = size);

-- I-G2 Nobody is in progress in a team that has ended, and everybody sitting in an open one is
select s.community_id, s.id, s.status, t.status as team from seat s
join team t on t.community_id = s.community_id and t.id = s.team_id
where s.in_progress <> (t.status = 'OPEN' and s.status in ('HELD', 'PAID'));

-- I-G3 No team is open long past its deadline
select community_id, id, deadline from team where status = 'OPEN' and deadline < now() - interval '5 minutes';

-- I-G4 [money] Within five minutes every paid order of a lapsed team, and of a seat that was left, goes back in full
select s.community_id, s.order_id, s.status from seat s
join team t on t.community_id = s.community_id and t.id = s.team_id
join orders o on o.community_id = s.community_id and o.id = s.order_id
where o.status <> 'REFUNDED' and (
    s.status = 'PAID' and t.status = 'LAPSED' and t.ended_at < now() - interval '5 minutes'
    or s.status = 'LEFT' and s.ended_at < now() - interval '5 minutes');

-- I-G6 Every order of a formed team is confirmed or further, unless after-sales gave it back later
select s.community_id, s.order_id, o.status from seat s
join team t on t.community_id = s.community_id and t.id = s.team_id
join orders o on o.community_id = s.community_id and o.id = s.order_id
where t.status = 'FORMED' and s.status = 'PAID' and (
    o.status not in ('CONFIRMED', 'COLLECTED', 'COMPLETED', 'REFUNDED')
    or o.status = 'REFUNDED' and o.ended_at <= t.ended_at);

-- I-G7 Every paid seat has a real paid order of its own member, every held seat an order waiting for its money
select s.community_id, s.id, s.status, o.status as order_status
from seat s left join orders o on o.community_id = s.community_id and o.id = s.order_id
where s.status in ('HELD', 'PAID') and (
    o.id is null or o.buyer_id is distinct from s.member_id or o.source_id is distinct from s.team_id
    or (s.status = 'PAID' and o.status in ('PLACED', 'CLOSED')) or (s.status = 'HELD' and o.status <> 'PLACED'));

-- I-G7 Every paid order of a team that still waits sits in an open team
select o.community_id, o.id from orders o
where o.kind = 'TEAM' and o.status = 'PAID' and not exists (
    select from seat s join team t on t.community_id = s.community_id and t.id = s.team_id
    where s.community_id = o.community_id and s.order_id = o.id and (s.status = 'PAID' and (
        t.status = 'OPEN' or t.status = 'LAPSED') or s.status = 'LEFT'));

-- I-G8 An order's offer, goods and price are its team's
select o.community_id, o.id, o.offer_id, t.offer_id as team_offer, l.unit_price_fen, t.price_fen
from seat s
join team t on t.community_id = s.community_id and t.id = s.team_id
join orders o on o.community_id = s.community_id and o.id = s.order_id
join order_line l on l.community_id = o.community_id and l.order_id = o.id
where s.status in ('HELD', 'PAID')
    and (o.offer_id <> t.offer_id or l.sku_id <> t.sku_id or l.unit_price_fen <> t.price_fen);
