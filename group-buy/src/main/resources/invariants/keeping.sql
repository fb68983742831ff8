-- I-K5 The steps of a bag are numbered one after the other, and nothing is decided twice without being taken back
select community_id, order_id, nr, step from (
    select community_id, order_id, nr, step,
        row_number() over (partition by community_id, order_id order by nr) as place,
        lag(step) over (partition by community_id, order_id order by nr) as before
    from bag_step) steps
where nr <> place or (step in ('GIVEN_AWAY', 'RETURNED') and before in ('GIVEN_AWAY', 'RETURNED'));

-- I-K6 What was given away or returned was not handed over as well
select s.community_id, s.order_id, s.step, o.status from (
    select distinct on (community_id, order_id) community_id, order_id, step from bag_step
    where step in ('GIVEN_AWAY', 'RETURNED', 'REOPENED') order by community_id, order_id, nr desc) s
join orders o on o.community_id = s.community_id and o.id = s.order_id
where s.step <> 'REOPENED' and o.status in ('COLLECTED', 'COMPLETED');
