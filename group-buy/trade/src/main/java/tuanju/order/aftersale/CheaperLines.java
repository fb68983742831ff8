package tuanju.order.aftersale;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.price.LinePrice;

/** Makes lines of an order cheaper with all of their pieces, and remembers by how much. The order's row is locked by the caller. */
@Component
@RequiredArgsConstructor
class CheaperLines {

    private final OrderLines lines;
    private final JdbcClient jdbc;

    private record Line(UUID id, LinePrice price) {}

    /** Lowers the price of these goods where it is above; answers what that makes less to pay. */
    Money lower(CommunityId community, OrderId order, List<CalledOff.Cheaper> prices, OrderChange change) {
        var less = Money.ZERO;
        for (var price : prices) {
            for (var line : above(community, order, price)) {
                var after = line.price().at(price.each());
                remember(community, order, line, price, change);
                write(community, order, line, after);
                less = less.plus(line.price().amount().minus(after.amount()));
            }
        }
        lines.lower(community, order, less);
        return less;
    }

    private List<Line> above(CommunityId community, OrderId order, CalledOff.Cheaper price) {
        return jdbc.sql("""
            select id, unit_price_fen, quantity, discount_fen from order_line
            where community_id = :community and order_id = :order and product_name = :name and spec = :spec
                and unit_price_fen > :each
            order by position
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("name", price.productName())
                .param("spec", price.spec())
                .param("each", price.each().fen())
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        new LinePrice(
                                Money.ofFen(row.getLong("unit_price_fen")),
                                row.getInt("quantity"),
                                Money.ofFen(row.getLong("discount_fen")))))
                .list();
    }

    private void remember(
            CommunityId community, OrderId order, Line line, CalledOff.Cheaper price, OrderChange change) {
        var after = line.price().at(price.each());
        jdbc.sql("""
            insert into order_adjustment (community_id, order_id, line_id, product_name, spec, kind, bearer, was, becomes, fen,
                discount_fen, actor_id, cause)
            values (:community, :order, :line, :name, :spec, 'CHEAPER', 'NOBODY', :pieces, :pieces, :less, :discount, :actor, :cause)
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("line", line.id())
                .param("name", price.productName())
                .param("spec", price.spec())
                .param("pieces", line.price().pieces())
                .param("less", line.price().amount().minus(after.amount()).fen())
                .param(
                        "discount",
                        line.price().discount().minus(after.discount()).fen())
                .param("actor", change.actor() == null ? null : change.actor().value())
                .param("cause", change.cause())
                .update();
    }

    /** A price below a member's is everybody's: there is no usual one beside it any more. */
    private void write(CommunityId community, OrderId order, Line line, LinePrice after) {
        jdbc.sql("""
            update order_line set unit_price_fen = :each, usual_price_fen = null, discount_fen = :discount, amount_fen = :amount
            where community_id = :community and order_id = :order and id = :line
            """)
                .param("each", after.each().fen())
                .param("discount", after.discount().fen())
                .param("amount", after.amount().fen())
                .param("community", community.value())
                .param("order", order.value())
                .param("line", line.id())
                .update();
    }
}
