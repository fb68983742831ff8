-- For a statement of another module that needs it beside other rows: which orders of a cycle have a line to look at.
create function orders_to_look_at(community uuid, cycle uuid)
returns table (order_id uuid)
language sql stable as $$
    select distinct l.order_id from cycle_import_line l
    join cycle_import_order o on o.community_id = l.community_id and o.order_id = l.order_id
    where l.community_id = $1 and o.cycle_id = $2 and l.attention = 'LOOK' and l.settled_at is null
$$;
