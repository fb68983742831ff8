-- I-B9 Goods for points are paid by one exchange of their price, which comes back exactly where they were not handed over
select r.community_id, r.id from redemption r
left join points_exchange x on x.community_id = r.community_id and x.id = r.id and x.member_id = r.member_id and x.points = r.points
left join points_exchange_back b on b.community_id = r.community_id and b.exchange_id = r.id
where x.id is null or (r.state = 'RETURNED') <> (b.exchange_id is not null);

-- I-B10 Of goods for points so many are left as were put in, less those that wait or were handed over
select g.community_id, g.id from points_goods g
where g.put_in - g.stock <> (select count(*) from redemption r
    where r.community_id = g.community_id and r.goods_id = g.id and r.state in ('WAITING', 'HANDED'));
