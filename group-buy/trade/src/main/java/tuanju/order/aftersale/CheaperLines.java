package tuanju.order.aftersale;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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

    /** As it is, and what its pieces cost each from now on. */
    private record Line(
            UUID id, LinePrice price, Money each, @Nullable Money usual) {

        LinePrice after() {
            return price.at(each);
        }
    }

    /** Lowers the price of these goods where it is above; answers what that makes less to pay. */
    Money lower(CommunityId community, OrderId order, List<CalledOff.Cheaper> prices, OrderChange change) {
        var less = Money.ZERO;
        for (var price : prices) {
            for (var line : above(community, order, price)) {
                remember(community, order, line, price, change);
                write(community, order, line);
                less = less.plus(line.price().amount().minus(line.after().amount()));
            }
        }
        lines.lower(community, order, less, Money.ZERO);
        return less;
    }

    private List<Line> above(CommunityId community, OrderId order, CalledOff.Cheaper price) {
        return jdbc
                .sql("""
            select id, unit_price_fen, usual_price_fen, quantity, discount_fen from order_line
            where community_id = :community and order_id = :order and product_name = :name and spec = :spec
                and coalesce(usual_price_fen, unit_price_fen) > :each
            order by position
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("name", price.productName())
                .param("spec", price.spec())
                .param("each", price.each().fen())
                .query((row, number) -> line(row, price.each()))
                .list()
                .stream()
                .filter(it -> it.price().each().isMoreThan(it.each()))
                .toList();
    }

    private static Line line(ResultSet row, Money lower) throws SQLException {
        var now = Money.ofFen(row.getLong("unit_price_fen"));
        var usualFen = row.getObject("usual_price_fen", Long.class);
        var each = CalledOff.Cheaper.each(now, usualFen == null ? null : Money.ofFen(usualFen), lower);
        return new Line(
                row.getObject("id", UUID.class),
                new LinePrice(now, row.getInt("quantity"), Money.ofFen(row.getLong("discount_fen"))),
                each,
                usualFen != null && lower.isMoreThan(each) ? lower : null);
    }

    private void remember(
            CommunityId community, OrderId order, Line line, CalledOff.Cheaper price, OrderChange change) {
        var after = line.after();
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

    private void write(CommunityId community, OrderId order, Line line) {
        var usual = line.usual();
        jdbc.sql("""
            update order_line set unit_price_fen = :each, usual_price_fen = :usual::bigint, discount_fen = :discount,
                amount_fen = :amount
            where community_id = :community and order_id = :order and id = :line
            """)
                .param("each", line.each().fen())
                .param("usual", usual == null ? null : usual.fen())
                .param("discount", line.after().discount().fen())
                .param("amount", line.after().amount().fen())
                .param("community", community.value())
                .param("order", order.value())
                .param("line", line.id())
                .update();
    }
}
