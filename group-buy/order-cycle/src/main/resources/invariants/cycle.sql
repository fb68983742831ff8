-- I-C1 What is taken of a cycle's product is what orders hold of it
select p.community_id, p.id, p.taken, r.pieces from cycle_product p
left join (
    select community_id, product_id,
        sum(case when settled_at is null then quantity + tolerance else given end) as pieces
    from cycle_reservation group by community_id, product_id
) r on r.community_id = p.community_id and r.product_id = p.id
where p.taken <> coalesce(r.pieces, 0);

-- I-C2 The last step of a cycle's history is its status, and every step follows the one before
select c.community_id, c.id, c.status from order_cycle c
where c.status is distinct from (
        select to_status from order_cycle_history h
        where h.community_id = c.community_id and h.cycle_id = c.id order by step desc limit 1)
    or exists (
        select from (
            select from_status, lag(to_status) over (order by step) as was
            from order_cycle_history h where h.community_id = c.community_id and h.cycle_id = c.id) step
        where step.from_status is distinct from step.was);

-- I-C2 Every step of a cycle is in the table of allowed transitions and says why
select community_id, cycle_id, from_status, to_status from order_cycle_history
where cause = '' or (from_status is not null and not cycle_may_become(from_status, to_status)
    and not (from_status = to_status and cause = 'extended'));

-- I-C3 No cycle waits for the clock long after its time
select community_id, id, status, cut_off from order_cycle
where (status = 'OPEN' and cut_off < now() - interval '1 hour' and (decide_by is null or decide_by < now() - interval '1 hour'))
    or (status = 'BOXFILL' and boxfill_until < now() - interval '1 hour');

-- I-C4 Cases are full: what is given of a product in cases makes whole cases
select r.community_id, r.product_id, p.case_size, sum(r.given) as given
from cycle_reservation r join cycle_product p on p.community_id = r.community_id and p.id = r.product_id
where r.given is not null and p.case_size > 1 and not r.late
group by r.community_id, r.product_id, p.case_size having sum(r.given) % p.case_size <> 0;

-- I-C4 Nobody is given more than they would take, nor less than they ordered without a reason
select community_id, order_id, product_id, given, given_cause from cycle_reservation
where given > quantity + tolerance or (given < quantity and given_cause not in ('case-not-full', 'product-short'));

-- I-C5 [money] A lapsed cycle keeps nobody's money
select c.community_id, c.id, o.id as order_id, o.status from order_cycle c
join orders o on o.community_id = c.community_id and o.source_id = c.id and o.kind <> 'TEAM'
where c.status = 'LAPSED' and c.lapsed_at < now() - interval '5 minutes' and o.status in ('PAID', 'CONFIRMED');

-- I-C6 What an order of a decided cycle holds is what it was given and has come
select r.community_id, r.order_id, r.product_id, r.given, r.missing from cycle_reservation r
join cycle_product p on p.community_id = r.community_id and p.id = r.product_id
join orders o on o.community_id = r.community_id and o.id = r.order_id and o.status <> 'REFUNDED'
where r.settled_at is not null and r.given - r.missing <> (
    select coalesce(sum(l.quantity), 0) from order_line l
    where l.community_id = r.community_id and l.order_id = r.order_id and l.product_name = p.name and l.spec = p.spec);

-- I-C7 What was decided about an order is carried out within five minutes
select r.community_id, r.order_id, r.given from cycle_reservation r
join order_cycle c on c.community_id = r.community_id and c.id = r.cycle_id
where r.given is not null and r.settled_at is null and c.closed_at < now() - interval '5 minutes';

-- I-C8 What late-comers hold of a product is within what was opened for them
select p.community_id, p.id, p.late_pieces, p.late_taken, r.pieces from cycle_product p
join (
    select community_id, product_id, sum(given) as pieces from cycle_reservation where late
    group by community_id, product_id
) r on r.community_id = p.community_id and r.product_id = p.id
where p.late_taken < r.pieces;

-- I-C9 An order of a cycle is collected at one of the cycle's points
select o.community_id, o.id, o.pickup_point_id from orders o
join order_cycle c on c.community_id = o.community_id and c.id = o.source_id
where not exists (
    select from cycle_point p
    where p.community_id = c.community_id and p.cycle_id = c.id and p.point_id = o.pickup_point_id);

-- I-C11 [money] Who ordered goods that are sold for less since pays the lower price within five minutes of being paid for
select g.community_id, g.order_id, g.product_id, g.fen, l.unit_price_fen from cycle_cheaper g
join orders o on o.community_id = g.community_id and o.id = g.order_id and o.status in ('PAID', 'CONFIRMED')
join cycle_product p on p.community_id = g.community_id and p.id = g.product_id
join order_line l on l.community_id = g.community_id and l.order_id = g.order_id and l.product_name = p.name and l.spec = p.spec
where l.unit_price_fen > g.fen
    and (g.done_at is not null or g.at < now() - interval '5 minutes' and o.paid_at < now() - interval '5 minutes');

-- I-C12 A cycle was changed as often as it says, and each change is written down
select c.community_id, c.id, c.edition from order_cycle c
where c.edition <> (select count(distinct e.edition) from cycle_edit e
    where e.community_id = c.community_id and e.cycle_id = c.id);
