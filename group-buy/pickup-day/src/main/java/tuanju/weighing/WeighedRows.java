package tuanju.weighing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;

/** The table of weights. */
@Component
@RequiredArgsConstructor
class WeighedRows {

    private final JdbcClient jdbc;

    /** Whose weight of what. */
    record Key(UUID order, UUID product) {}

    /** A weight that stands and whose difference is to be paid back. */
    record Due(UUID product, int pieces, int grams) {}

    Map<Key, WeighedLine.Weighed> of(CycleCard cycle) {
        return jdbc
                .sql("""
                        select order_id, product_id, pieces, grams, confirmed_at is not null as confirmed, refund_fen
                        from weighed_line where community_id = :community and cycle_id = :cycle
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> Map.entry(key(row), weighed(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Writes a weight down; false when the one that is there stands already. */
    boolean write(CycleCard cycle, Key key, int pieces, int grams, MemberId by) {
        return jdbc.sql("""
                                insert into weighed_line (community_id, cycle_id, order_id, product_id, pieces, grams, weighed_by)
                                values (:community, :cycle, :order, :product, :pieces, :grams, :by)
                                on conflict (community_id, cycle_id, order_id, product_id) do update
                                    set pieces = excluded.pieces, grams = excluded.grams,
                                        weighed_by = excluded.weighed_by, weighed_at = now()
                                    where weighed_line.confirmed_at is null
                                """)
                        .param("community", cycle.community().value())
                        .param("cycle", cycle.id())
                        .param("order", key.order())
                        .param("product", key.product())
                        .param("pieces", pieces)
                        .param("grams", grams)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** From now on these weights stand; answers the orders they belong to, each of them to one caller only. */
    List<OrderId> confirm(CycleCard cycle, MemberId by) {
        return jdbc
                .sql("""
                        update weighed_line set confirmed_at = now(), confirmed_by = :by
                        where community_id = :community and cycle_id = :cycle and confirmed_at is null
                        returning order_id
                        """)
                .param("by", by.value())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** What is to be paid back of one order; its rows are locked. */
    List<Due> due(CommunityId community, UUID cycle, OrderId order) {
        return jdbc.sql("""
                        select product_id, pieces, grams from weighed_line
                        where community_id = :community and cycle_id = :cycle and order_id = :order
                            and confirmed_at is not null and settled_at is null
                        order by product_id for update
                        """)
                .param("community", community.value())
                .param("cycle", cycle)
                .param("order", order.value())
                .query((row, number) ->
                        new Due(row.getObject("product_id", UUID.class), row.getInt("pieces"), row.getInt("grams")))
                .list();
    }

    void settled(CommunityId community, UUID cycle, Key key, Money refund) {
        update(community, cycle, key, "settled_at = now(), refund_fen = " + refund.fen());
    }

    /** Some of the pieces are gone since: they are to be weighed again. */
    void again(CommunityId community, UUID cycle, Key key) {
        update(community, cycle, key, "confirmed_at = null, confirmed_by = null");
    }

    private void update(CommunityId community, UUID cycle, Key key, String what) {
        jdbc.sql("update weighed_line set " + what + """
                         where community_id = :community and cycle_id = :cycle and order_id = :order
                            and product_id = :product
                        """)
                .param("community", community.value())
                .param("cycle", cycle)
                .param("order", key.order())
                .param("product", key.product())
                .update();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getObject("order_id", UUID.class), row.getObject("product_id", UUID.class));
    }

    private static WeighedLine.Weighed weighed(ResultSet row) throws SQLException {
        @Nullable Long fen = row.getObject("refund_fen", Long.class);
        return new WeighedLine.Weighed(
                row.getInt("pieces"),
                row.getInt("grams"),
                row.getBoolean("confirmed"),
                fen == null ? null : Money.ofFen(fen));
    }
}
