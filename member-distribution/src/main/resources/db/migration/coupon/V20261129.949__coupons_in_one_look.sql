-- A buyer's coupons, what is left to give, and which of these goods count for each. tuanju.coupon.FoundCoupon reads it.
create or replace function brought_along(of_community uuid, of_buyer uuid, of_leader uuid, of_skus uuid[]) returns jsonb
language sql stable as $$
    select jsonb_build_object('coupons', coalesce((
        select jsonb_agg(to_jsonb(found) order by ends_at, id)
        from (
            select k.id, k.code, k.ends_at, c.visible_from,
                may_see(k.community_id, k.member_id, c.visible_from) as may_use, c.title, c.off_fen, c.basis_points, c.from_fen,
                c.goods, c.product_id, c.goods_name, c.first_order, c.stacking, c.funder,
                c.budget_fen - c.held_fen - c.given_fen as left_fen,
                not c.first_order or not (
                    exists (select from coupon_buyer b
                        where b.community_id = k.community_id and b.member_id = k.member_id)
                    or exists (select from coupon_use f where f.community_id = k.community_id
                        and f.member_id = k.member_id and f.first_order and f.state in ('HELD', 'GIVEN'))) as is_first,
                array(select (l.line - 1)::int from unnest(of_skus) with ordinality as l (sku, line)
                    cross join lateral sku_kind(k.community_id, l.sku) g
                    where c.goods = 'PRODUCT' and g.kind_product = c.product_id
                        or c.goods = 'CATEGORY' and g.kind_category = c.goods_name) as lines
            from coupon k join coupon_campaign c on c.community_id = k.community_id and c.id = k.campaign_id
            where k.community_id = of_community and k.member_id = of_buyer and k.withdrawn_at is null and k.ends_at > now()
                and (c.leader_id is null or c.leader_id = of_leader)
                and not exists (select from coupon_use u where u.community_id = k.community_id and u.coupon_id = k.id
                    and u.state in ('HELD', 'GIVEN'))
            order by k.ends_at, k.id limit 40
        ) found
    ), '[]'))
$$;
