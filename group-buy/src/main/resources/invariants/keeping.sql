-- I-K5 The steps of a bag are numbered one after the other, and nothing is decided twice without being taken back
select community_id, order_id, nr, step from (
    select community_id, order_id, nr, step,
        row_number() over (partition by community_id, order_id order by nr) as place,
        lag(step) over (partition by community_id, order_id order by nr) as before
    from bag_step) steps
where nr <> place or (step in ('GIVEN_AWAY', 'RETURNED') and before in ('GIVEN_AWAY', 'RETURNED'));
