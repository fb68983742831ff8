package tuanju.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.price.Basket;

/** What a buyer has for a basket, in one look: their coupons, what is left to give, and which lines count for each. */
@Component
@RequiredArgsConstructor
class CandidateRows {

    private static final int MOST = 40;

    private final JdbcClient jdbc;

    /** Those that end first, first. */
    List<Candidate> of(Basket basket) {
        return jdbc.sql("""
            select k.id, k.code, k.ends_at, c.visible_from,
                may_see(k.community_id, k.member_id, c.visible_from) as may_use, c.title, c.off_fen, c.basis_points, c.from_fen, c.goods, c.product_id,
                c.goods_name, c.first_order, c.stacking, c.funder, c.budget_fen - c.held_fen - c.given_fen as left_fen,
                not c.first_order or not (
                    exists (select from coupon_buyer b
                        where b.community_id = k.community_id and b.member_id = k.member_id)
                    or exists (select from coupon_use f where f.community_id = k.community_id
                        and f.member_id = k.member_id and f.first_order and f.state in ('HELD', 'GIVEN'))) as is_first,
                array(select (l.line - 1)::int from unnest(:skus::uuid[]) with ordinality as l (sku, line)
                    cross join lateral sku_kind(k.community_id, l.sku) g
                    where c.goods = 'PRODUCT' and g.kind_product = c.product_id
                        or c.goods = 'CATEGORY' and g.kind_category = c.goods_name) as lines
            from coupon k join coupon_campaign c on c.community_id = k.community_id and c.id = k.campaign_id
            where k.community_id = :community and k.member_id = :buyer and k.withdrawn_at is null and k.ends_at > now()
                and (c.leader_id is null or c.leader_id = cast(:leader as uuid))
                and not exists (select from coupon_use u where u.community_id = k.community_id and u.coupon_id = k.id
                    and u.state in ('HELD', 'GIVEN'))
            order by k.ends_at, k.id limit :most
            """)
                .param("skus", basket.lines().stream().map(Basket.Line::sku).toArray(UUID[]::new))
                .param("community", basket.community().value())
                .param("buyer", basket.buyer().value())
                .param(
                        "leader",
                        basket.leader() == null ? null : basket.leader().value())
                .param("most", MOST)
                .query((row, number) -> candidate(row, basket.lines().size()))
                .list();
    }

    private static Candidate candidate(ResultSet row, int lines) throws SQLException {
        var terms = CampaignRows.terms(row);
        return new Candidate(
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                row.getString("title"),
                terms,
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                Money.ofFen(row.getLong("left_fen")),
                row.getBoolean("is_first"),
                row.getBoolean("may_use"),
                terms.goods().scope() == CouponTerms.Scope.ALL ? all(lines) : some(row));
    }

    private static Set<Integer> all(int lines) {
        return IntStream.range(0, lines).boxed().collect(Collectors.toSet());
    }

    private static Set<Integer> some(ResultSet row) throws SQLException {
        return Arrays.stream((Integer[]) row.getArray("lines").getArray()).collect(Collectors.toSet());
    }
}
