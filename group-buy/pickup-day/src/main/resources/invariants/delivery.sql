-- I-D3 What is carried to its door is an order of that cycle
select m.community_id, m.cycle_id, m.order_id from delivery_mark m
left join orders o on o.community_id = m.community_id and o.id = m.order_id and o.source_id = m.cycle_id
where o.id is null;
