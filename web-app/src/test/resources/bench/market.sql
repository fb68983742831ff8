-- Sixty thousand neighbours with a token each, and a hundred offers of counted goods, in the demo community.
insert into member (id, phone, name, hue, phone_proven_at)
select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '139' || lpad(n::text, 8, '0'), '街坊' || n, n % 360, now()
from generate_series(1, 60000) n;

insert into api_token (hash, member_id, expires_at)
select sha256(convert_to('tj_neighbour_of_the_bench_' || n, 'UTF8')),
    ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, now() + interval '1 day'
from generate_series(1, 60000) n;

insert into product (community_id, id, code, name, description, origin, category, pictures, created_at, version)
select community.id, md5('product ' || n)::uuid, short_code || lpad(n::text, 10, '0'), '货品' || n, '测速用', '上海', '其他', '{}', now(), 0
from community, generate_series(1, 100) n;

insert into sku (community_id, id, product_id, spec, price_fen, on_hand, version)
select community.id, md5('sku ' || n)::uuid, md5('product ' || n)::uuid, '一份', 3990, 1000000, 0
from community, generate_series(1, 100) n;

insert into team_offer (community_id, id, code, product_id, sku_id, price_fen, size, duration_hours, pickup_after_days,
    starts_at, ends_at, status, created_at, version)
select community.id, md5('offer ' || n)::uuid, short_code || lpad(n::text, 10, '0'), md5('product ' || n)::uuid,
    md5('sku ' || n)::uuid, 2990, 10, 24, 2, now() - interval '1 hour', now() + interval '9 days', 'OPEN', now(), 0
from community, generate_series(1, 100) n;

analyze;
