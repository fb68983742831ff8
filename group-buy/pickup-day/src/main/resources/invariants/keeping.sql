-- I-K5 The steps of a bag are numbered one after the other, and nothing is decided twice without being taken back
select community_id, order_id, nr, step from (
    select community_id, order_id, nr, step,
        row_number() over (partition by community_id, order_id order by nr) as place,
        lag(step) over (partition by community_id, order_id order by nr) as before
    from bag_step) steps
where nr <> place or (step in ('GIVEN_AWAY', 'RETURNED') and before in ('GIVEN_AWAY', 'RETURNED'));

-- I-K6 What was given away or returned was not handed over as well; it is completed only by its end
select s.community_id, s.order_id, s.step, o.status from (
    select distinct on (community_id, order_id) community_id, order_id, step from bag_step
    where step in ('GIVEN_AWAY', 'RETURNED', 'REOPENED') order by community_id, order_id, nr desc) s
join orders o on o.community_id = s.community_id and o.id = s.order_id
where s.step <> 'REOPENED' and (o.status = 'COLLECTED' or o.status = 'COMPLETED' and not exists (
    select from bag_end e where e.community_id = s.community_id and e.order_id = s.order_id and e.step = s.step));

-- I-K7 A decision about a bag that stood for eight days has ended its order
select s.community_id, s.order_id, s.step, s.at from (
    select distinct on (community_id, order_id) community_id, order_id, step, at from bag_step
    where step in ('GIVEN_AWAY', 'RETURNED', 'REOPENED') order by community_id, order_id, nr desc) s
join orders o on o.community_id = s.community_id and o.id = s.order_id
where s.step <> 'REOPENED' and s.at < now() - interval '8 days' and o.status = 'CONFIRMED';

-- I-K8 What has ended as given away is nobody's waiting order, and what has ended as returned gave its money back
select e.community_id, e.order_id, e.step, o.status from bag_end e
join orders o on o.community_id = e.community_id and o.id = e.order_id
where o.status not in ('COMPLETED', 'REFUNDED', 'CLOSED')
    or e.step = 'RETURNED' and o.status = 'COMPLETED' and exists (
        select from order_line l where l.community_id = e.community_id and l.order_id = e.order_id
        group by l.product_name, l.spec
        having sum(l.amount_fen * (l.quantity - l.handed) / l.quantity) > (
            select coalesce(sum(a.fen), 0) from order_adjustment a
            where a.was is null and a.community_id = e.community_id and a.order_id = e.order_id
                and a.product_name = l.product_name and a.spec = l.spec));
