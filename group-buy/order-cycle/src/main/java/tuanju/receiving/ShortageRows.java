package tuanju.receiving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.OrderId;

/** The tables of what was given out, and how far it has come. */
@Component
@RequiredArgsConstructor
class ShortageRows {

    private static final String ROUNDS = """
            select h.id, h.policy, h.confirmed_by, h.confirmed_at, count(distinct s.order_id) as orders,
                count(distinct s.order_id) filter (where s.settled_at is null) as waiting,
                sum(s.ordered - s.given) as missing
            from shortage h
            join shortage_product p on p.community_id = h.community_id and p.cycle_id = h.cycle_id
                and p.shortage_id = h.id
            join shortage_share s on s.community_id = p.community_id and s.cycle_id = p.cycle_id
                and s.product_id = p.product_id
            where h.community_id = :community and h.cycle_id = :cycle
            group by h.community_id, h.cycle_id, h.id
            order by h.confirmed_at desc
            """;

    private final JdbcClient jdbc;

    /**
     * A confirmed giving-out and how far it has come.
     *
     * @param waiting orders that are not brought to it yet
     * @param missing pieces that were taken off orders
     */
    record Round(UUID id, SharePolicy policy, MemberId by, Instant at, int orders, int waiting, int missing) {

        public int settled() {
            return orders - waiting;
        }

        public boolean isDone() {
            return waiting == 0;
        }
    }

    /** What an order was given of a product and was not brought to yet. */
    record Open(UUID product, String name, String spec, SharePolicy policy, int ordered, int given) {}

    UUID confirm(CycleCard cycle, ShortagePlan plan, MemberId by) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into shortage (community_id, cycle_id, id, policy, plan, confirmed_by)
                        values (:community, :cycle, :id, :policy, :plan, :by)
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("id", id)
                .param("policy", plan.policy().name())
                .param("plan", plan.token())
                .param("by", by.value())
                .update();
        plan.products().forEach(it -> add(cycle, id, it));
        return id;
    }

    private void add(CycleCard cycle, UUID shortage, ShortagePlan.Product product) {
        jdbc.sql("""
                        with standing as (
                            update goods_receipt set allocated_at = now()
                            where community_id = :community and cycle_id = :cycle and product_id = :product)
                        insert into shortage_product (community_id, cycle_id, product_id, shortage_id, expected, usable)
                        values (:community, :cycle, :product, :shortage, :expected, :usable)
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("product", product.goods().product())
                .param("shortage", shortage)
                .param("expected", product.goods().expected())
                .param("usable", product.goods().usable())
                .update();
        product.shares().forEach(it -> add(cycle, product, it));
    }

    /** Whoever gets all they ordered, or keeps what they have, needs nothing more to be done. */
    private void add(CycleCard cycle, ShortagePlan.Product product, ShortagePlan.Share share) {
        jdbc.sql("""
                        insert into shortage_share (community_id, cycle_id, product_id, order_id, ordered, given, outcome,
                            settled_at)
                        values (:community, :cycle, :product, :order, :ordered, :given, :outcome,
                            case when :outcome::text is not null then now() end)
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("product", product.goods().product())
                .param("order", share.order().value())
                .param("ordered", share.ordered())
                .param("given", share.given())
                .param("outcome", share.isKept() ? "KEPT" : share.given() == share.ordered() ? "GIVEN" : null)
                .update();
    }

    /** The giving-out that was confirmed from exactly this plan. */
    Optional<UUID> ofPlan(CycleCard cycle, String plan) {
        return jdbc.sql(
                        "select id from shortage where community_id = :community and cycle_id = :cycle and plan = :plan")
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("plan", plan)
                .query(UUID.class)
                .optional();
    }

    /** Everything given out in this cycle, the latest first. */
    List<Round> rounds(CycleCard cycle) {
        return jdbc.sql(ROUNDS)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(ShortageRows::round)
                .list();
    }

    /** What was decided about an order and is not carried out yet; its rows are locked. */
    List<Open> open(CommunityId community, UUID cycle, OrderId order) {
        return jdbc.sql("""
                        select s.product_id, r.product_name, r.spec, h.policy, s.ordered, s.given from shortage_share s
                        join shortage_product p on p.community_id = s.community_id and p.cycle_id = s.cycle_id
                            and p.product_id = s.product_id
                        join shortage h on h.community_id = p.community_id and h.cycle_id = p.cycle_id
                            and h.id = p.shortage_id
                        join goods_receipt r on r.community_id = s.community_id and r.cycle_id = s.cycle_id
                            and r.product_id = s.product_id
                        where s.community_id = :community and s.cycle_id = :cycle and s.order_id = :order
                            and s.settled_at is null
                        order by s.product_id for update of s
                        """)
                .param("community", community.value())
                .param("cycle", cycle)
                .param("order", order.value())
                .query((row, number) -> new Open(
                        row.getObject("product_id", UUID.class),
                        row.getString("product_name"),
                        row.getString("spec"),
                        SharePolicy.valueOf(row.getString("policy")),
                        row.getInt("ordered"),
                        row.getInt("given")))
                .list();
    }

    /** The order holds what it was given, or kept what it had. */
    void settled(CommunityId community, UUID cycle, OrderId order, boolean isKept) {
        jdbc.sql("""
                        update shortage_share set settled_at = now(), outcome = :outcome,
                            given = case when :outcome = 'KEPT' then ordered else given end
                        where community_id = :community and cycle_id = :cycle and order_id = :order
                            and settled_at is null
                        """)
                .param("outcome", isKept ? "KEPT" : "GIVEN")
                .param("community", community.value())
                .param("cycle", cycle)
                .param("order", order.value())
                .update();
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                SharePolicy.valueOf(row.getString("policy")),
                new MemberId(row.getObject("confirmed_by", UUID.class)),
                row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
                row.getInt("orders"),
                row.getInt("waiting"),
                row.getInt("missing"));
    }
}
