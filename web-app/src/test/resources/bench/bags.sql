-- Copies of a cycle's only order, each of another neighbour at a door of their own.
with copied as (
    insert into orders
    select copy.* from orders o, generate_series(1, :many) n, lateral jsonb_populate_record(o, jsonb_build_object(
        'id', md5(o.code || n)::uuid, 'code', left(o.code, 4) || upper(right(md5(o.code || n), 10)),
        'pickup_code', 'Z' || lpad(nextval('bench.pickup_code')::text, 5, '0'),
        'buyer_id', '00000000-0000-7000-8000-' || lpad(to_hex(60000 - n), 12, '0'),
        'address_building', (n / 60)::text, 'address_room', n::text)) copy
    where o.source_code = :cycle
    returning community_id, id, source_id
)
insert into order_line
select line.* from copied join orders o on o.community_id = copied.community_id and o.source_id = copied.source_id
    join order_line l on l.community_id = o.community_id and l.order_id = o.id,
    lateral jsonb_populate_record(l, jsonb_build_object('order_id', copied.id, 'id', uuidv7())) line
