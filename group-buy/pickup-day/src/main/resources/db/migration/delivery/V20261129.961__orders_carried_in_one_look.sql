-- For a statement of another module that needs it beside other rows: which orders of a cycle are carried to their doors.
create function orders_carried(community uuid, cycle uuid)
returns table (order_id uuid)
language sql stable as $$
    select m.order_id from delivery_mark m where m.community_id = $1 and m.cycle_id = $2
$$;
