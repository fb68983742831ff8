-- I-H1 What stands in a member's shop is of the community of that shop, in places without a gap
select g.community_id, g.shop_id, g.code from member_shop_goods g
join member_shop s on s.community_id = g.community_id and s.id = g.shop_id
where left(g.code, 4) <> left(s.code, 4)
    or g.place > (select count(*) from member_shop_goods o where o.community_id = g.community_id and o.shop_id = g.shop_id);
