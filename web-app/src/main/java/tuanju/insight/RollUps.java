package tuanju.insight;

import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderFacts;

/** Adds to what a day came to. Joins the transaction in which the fact was written for the first time. */
@Slf4j
@Component
@RequiredArgsConstructor
class RollUps {

    /** Stands for all communities together where different buyers are counted. */
    static final CommunityId EVERYWHERE = new CommunityId(new UUID(0, 0));

    private final JdbcClient database;

    /** A paid order, with the lines of its fact. */
    void sold(OrderFacts order, LocalDate day) {
        database.sql("""
                        with sale as (
                            select community_id, business_day, leader_id, order_id, pieces, amount_fen from sale_fact
                            where community_id = :community and order_id = :order),
                        summed as (
                            insert into sales_of_a_day as known
                                (community_id, business_day, leader_id, orders, pieces, amount_fen)
                            select community_id, business_day, leader_id, 1, pieces, amount_fen from sale
                            on conflict (community_id, business_day, leader_id) do update
                            set orders = known.orders + 1, pieces = known.pieces + excluded.pieces,
                                amount_fen = known.amount_fen + excluded.amount_fen)
                        insert into product_of_a_day as known
                            (community_id, business_day, leader_id, product, product_name, pieces, amount_fen)
                        select community_id, s.business_day, leader_id, product_key(product_id, product_name) as product,
                            max(product_name), sum(quantity), sum(l.amount_fen)
                        from sale s join sale_line_fact l using (community_id, order_id)
                        group by community_id, s.business_day, leader_id, product
                        order by product
                        on conflict (community_id, business_day, leader_id, product) do update
                        set pieces = known.pieces + excluded.pieces, amount_fen = known.amount_fen + excluded.amount_fen,
                            product_name = greatest(known.product_name, excluded.product_name)
                        """)
                .param("community", order.community().value())
                .param("order", order.order().value())
                .update();
        var buyer = order.buyer();
        if (buyer != null) {
            bought(order, buyer, day);
        }
    }

    /** Two sales to one buyer are counted one after the other: what comes next depends on their days. */
    void turnOf(MemberId buyer) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('buyer ' || :buyer, 0))")
                .param("buyer", buyer.value().toString())
                .query((row, number) -> true)
                .single();
    }

    /**
     * News may come in any order: whoever bought on a later day already has this one before it now. What becomes one less is
     * written among what becomes one more, so that all sales take their rows in the same order.
     */
    private void bought(OrderFacts order, MemberId buyer, LocalDate day) {
        database.sql("""
                        with bought as (
                            select scope, max(f.business_day) filter (where f.business_day < :day) as before,
                                min(f.business_day) filter (where f.business_day > :day) as after
                            from unnest(array[:community, :everywhere]::uuid[]) scope
                            left join sale_fact f on f.buyer_id = :buyer and scope in (f.community_id, :everywhere)
                            group by scope
                            having count(*) filter (where f.business_day = :day) = 1),
                        come (scope, business_day, bought_before, buyers) as (
                            select scope, :day::date, coalesce(before, '-infinity'), 1 from bought
                            union all
                            select scope, after, :day::date, 1 from bought where after is not null
                            union all
                            select scope, after, coalesce(before, '-infinity'), 0 from bought where after is not null)
                        insert into buyers_of_a_day as known (community_id, business_day, bought_before, buyers)
                        select scope, business_day, bought_before, buyers from come
                        order by scope desc, business_day, bought_before
                        on conflict (community_id, business_day, bought_before) do update
                        set buyers = known.buyers + case excluded.buyers when 0 then -1 else 1 end
                        """)
                .param("community", order.community().value())
                .param("everywhere", EVERYWHERE.value())
                .param("buyer", buyer.value())
                .param("day", day)
                .update();
    }

    /**
     * What of an import counted, and what counts now; its day is that of the earliest news of it.
     *
     * @param oldDay null where it is new
     */
    record Imported(
            UUID leader,
            @Nullable LocalDate oldDay,
            long oldOrders,
            long oldFen,
            LocalDate newDay,
            long newOrders,
            long newFen) {}

    void imported(CommunityId community, Imported it) {
        if (it.newDay().equals(it.oldDay())) {
            imported(community, it.leader(), it.newDay(), it.newOrders() - it.oldOrders(), it.newFen() - it.oldFen());
            return;
        }
        if (it.oldDay() != null) {
            imported(community, it.leader(), it.oldDay(), -it.oldOrders(), -it.oldFen());
        }
        imported(community, it.leader(), it.newDay(), it.newOrders(), it.newFen());
    }

    private void imported(CommunityId community, UUID leader, LocalDate day, long orders, long fen) {
        database.sql("""
                        insert into sales_of_a_day as known
                            (community_id, business_day, leader_id, imported, imported_fen)
                        values (:community, :day, :leader, greatest(:orders, 0), greatest(:fen, 0))
                        on conflict (community_id, business_day, leader_id) do update
                        set imported = known.imported + :orders, imported_fen = known.imported_fen + :fen
                        """)
                .param("community", community.value())
                .param("day", day)
                .param("leader", leader)
                .param("orders", orders)
                .param("fen", fen)
                .update();
    }

    void refunded(CommunityId community, LocalDate day, long fen) {
        database.sql("""
                        insert into endings_of_a_day as known (community_id, business_day, refunds, refunded_fen)
                        values (:community, :day, 1, :fen)
                        on conflict (community_id, business_day) do update
                        set refunds = known.refunds + 1, refunded_fen = known.refunded_fen + excluded.refunded_fen
                        """)
                .param("community", community.value())
                .param("day", day)
                .param("fen", fen)
                .update();
    }

    /** A team, FORMED or LAPSED. */
    void ended(CommunityId community, LocalDate day, String outcome) {
        database.sql("""
                        insert into endings_of_a_day as known (community_id, business_day, formed, lapsed)
                        values (:community, :day, (:outcome = 'FORMED')::int, (:outcome = 'LAPSED')::int)
                        on conflict (community_id, business_day) do update
                        set formed = known.formed + excluded.formed, lapsed = known.lapsed + excluded.lapsed
                        """)
                .param("community", community.value())
                .param("day", day)
                .param("outcome", outcome)
                .update();
    }

    /** All days anew from their facts, should any differ; that is told: it never should. What is recorded waits only then. */
    @Transactional
    public void again() {
        int different = addUp();
        if (different > 0) {
            log.error("{} rows of days were not what their facts come to, and are made anew", different);
        }
    }

    /** The same for whoever wrote facts past the days, and expects them to differ; answers how many rows did. */
    int addUp() {
        return database.sql("select roll_up_sales()").query(Integer.class).single();
    }
}
