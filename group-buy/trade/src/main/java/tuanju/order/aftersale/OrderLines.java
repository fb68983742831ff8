package tuanju.order.aftersale;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.catalog.SkuId;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.LineId;
import tuanju.order.LockedOrder;
import tuanju.order.NotRefundable;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.price.LinePrice;

/** Makes lines of an order fewer, and remembers what they were. The order's row is locked by the caller. */
@Component
@RequiredArgsConstructor
class OrderLines {

    private final GivenBefore before;
    private final JdbcClient jdbc;

    /** What left the order, and what goes back for it. */
    record Fewer(List<LockedOrder.Goods> goods, Money returned) {

        boolean isNothing() {
            return returned.isZero() && goods.isEmpty();
        }
    }

    private record Line(LineId id, int position, @Nullable UUID sku, LinePrice price, int handed) {

        int quantity() {
            return price.pieces();
        }
    }

    /** Pieces that leave a line, and what of their price did not go back yet. */
    private record Cut(LineKeep keep, Line line, int gone, Money returned) {

        int becomes() {
            return line.quantity() - gone;
        }

        LinePrice after() {
            return line.price().keeping(becomes());
        }

        /** What is gone cost this, less its part of the discount. */
        Money cost() {
            return line.price().amount().minus(after().amount());
        }

        /** What of that went back before, while the pieces stayed. */
        Money before() {
            return cost().minus(returned);
        }

        /** The same where so much of its goods' price did not go back yet. */
        Cut within(Money left) {
            return cost().isMoreThan(left) ? new Cut(keep, line, gone, left) : new Cut(keep, line, gone, cost());
        }
    }

    /**
     * Keeps this many pieces of each of these lines; more than there are, or a line that is gone, changes nothing. What of the
     * goods' price went back already, while their pieces stayed, does not go back again.
     */
    Fewer keep(CommunityId community, LockedOrder of, List<LineKeep> keeps, OrderChange change) {
        var order = of.order().id();
        var goods = new ArrayList<LockedOrder.Goods>();
        var cost = Money.ZERO;
        var returned = Money.ZERO;
        for (var cut : keeps.stream().flatMap(it -> cuts(community, of, it)).toList()) {
            remember(community, order, cut, change);
            write(community, order, cut);
            if (cut.line().sku() != null) {
                goods.add(new LockedOrder.Goods(new SkuId(cut.line().sku()), cut.gone()));
            }
            cost = cost.plus(cut.cost());
            returned = returned.plus(cut.returned());
        }
        lower(community, order, cost, cost.minus(returned));
        return new Fewer(goods, returned);
    }

    /** Whether its buyer has some pieces already while the rest waits. */
    boolean isPartlyHanded(CommunityId community, OrderId order) {
        return jdbc.sql("""
            select exists (select from order_line
                where community_id = :community and order_id = :order and handed > 0)
            """)
                .param("community", community.value())
                .param("order", order.value())
                .query(Boolean.class)
                .single();
    }

    /** An import may have the same goods in two lines that differ by a fen: the last gives way first. */
    private Stream<Cut> cuts(CommunityId community, LockedOrder of, LineKeep keep) {
        var order = of.order().id();
        var lines = lines(community, order, keep);
        if (keep.pieces() < lines.stream().mapToInt(Line::handed).sum()) {
            throw new NotRefundable();
        }
        int tooMany = lines.stream().mapToInt(Line::quantity).sum() - keep.pieces();
        var left = left(lines, of.allowed().isZero() ? Money.ZERO : before.given(community, order, keep));
        var cuts = new ArrayList<Cut>();
        for (var line : lines) {
            int gone = Math.clamp(tooMany, 0, line.quantity() - line.handed());
            if (gone > 0) {
                var cut = new Cut(keep, line, gone, Money.ZERO).within(left);
                cuts.add(cut);
                left = left.minus(cut.returned());
            }
            tooMany -= gone;
        }
        return cuts.stream();
    }

    private static Money left(List<Line> lines, Money given) {
        var price = lines.stream().map(it -> it.price().amount()).reduce(Money.ZERO, Money::plus);
        return given.isMoreThan(price) ? Money.ZERO : price.minus(given);
    }

    private List<Line> lines(CommunityId community, OrderId order, LineKeep keep) {
        return jdbc.sql("""
            select id, position, sku_id, unit_price_fen, quantity, discount_fen, handed from order_line
            where community_id = :community and order_id = :order and product_name = :name and spec = :spec
            order by position desc
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("name", keep.productName())
                .param("spec", keep.spec())
                .query((row, number) -> new Line(
                        new LineId(row.getObject("id", UUID.class)),
                        row.getInt("position"),
                        row.getObject("sku_id", UUID.class),
                        new LinePrice(
                                Money.ofFen(row.getLong("unit_price_fen")),
                                row.getInt("quantity"),
                                Money.ofFen(row.getLong("discount_fen"))),
                        row.getInt("handed")))
                .list();
    }

    private void remember(CommunityId community, OrderId order, Cut cut, OrderChange change) {
        jdbc.sql("""
            insert into order_adjustment (community_id, order_id, line_id, product_name, spec, kind, bearer, was, becomes,
                fen, before_fen, discount_fen, actor_id, cause)
            values (:community, :order, :line, :name, :spec, :kind, :bearer, :was, :becomes, :returned, :before, :discount,
                :actor, :cause)
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("line", cut.line().id().value())
                .param("name", cut.keep().productName())
                .param("spec", cut.keep().spec())
                .param("kind", cut.keep().kind().name())
                .param("bearer", cut.keep().kind().bearer().name())
                .param("was", cut.line().quantity())
                .param("becomes", cut.becomes())
                .param("returned", cut.returned().fen())
                .param("before", cut.before().fen())
                .param(
                        "discount",
                        cut.line()
                                .price()
                                .discount()
                                .minus(cut.after().discount())
                                .fen())
                .param("actor", change.actor() == null ? null : change.actor().value())
                .param("cause", cut.keep().cause())
                .update();
    }

    private void write(CommunityId community, OrderId order, Cut cut) {
        var statement = cut.becomes() == 0
                ? "delete from order_line where community_id = :community and order_id = :order and position ="
                        + " :position"
                : """
                update order_line set quantity = :pieces, discount_fen = :discount,
                    amount_fen = unit_price_fen * :pieces - :discount, grams = null
                where community_id = :community and order_id = :order and position = :position
                """;
        var query = jdbc.sql(statement)
                .param("community", community.value())
                .param("order", order.value())
                .param("position", cut.line().position());
        if (cut.becomes() > 0) {
            query = query.param("pieces", cut.becomes())
                    .param("discount", cut.after().discount().fen());
        }
        query.update();
    }

    /**
     * The first line is always number one: it gives the order its name.
     *
     * @param cost of what left
     * @param before what of that had gone back while its pieces stayed, and belongs to them from now on
     */
    void lower(CommunityId community, OrderId order, Money cost, Money before) {
        jdbc.sql("""
            update order_line set position = 1
            where community_id = :community and order_id = :order and position = (
                select min(position) from order_line where community_id = :community and order_id = :order)
            """)
                .param("community", community.value())
                .param("order", order.value())
                .update();
        jdbc.sql("""
            update orders set amount_fen = amount_fen - :fen, returned_fen = returned_fen + :fen, allowed_fen = allowed_fen - :before
            where community_id = :community and id = :order
            """)
                .param("fen", cost.fen())
                .param("before", before.fen())
                .param("community", community.value())
                .param("order", order.value())
                .update();
    }
}
