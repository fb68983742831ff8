package tuanju.order.fulfilment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;
import tuanju.order.life.OrderRows;

/**
 * Some pieces of an order are handed over while the rest still waits. Once nothing is left, the order itself is handed
 * over through {@link Handover}.
 */
@Component
@RequiredArgsConstructor
public class PartialHandover {

    private final OrderRows rows;
    private final JdbcClient jdbc;

    /** A row of the order's lines: one product may stand in several. */
    private record Line(int position, int quantity, int handed) {

        int left() {
            return quantity - handed;
        }
    }

    /**
     * Notes these pieces as handed over, and answers how many pieces of the order are left. Refuses with
     * NotThatManyLeft, AlreadyCollected or NotCollectable (409), NotFound a line that the order does not have. Joins the
     * caller's transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int give(CommunityId community, OrderId order, List<HandedPieces> pieces) {
        open(community, order);
        for (var wanted : pieces) {
            int missing = wanted.pieces();
            for (var line : lines(community, order, wanted)) {
                missing -= move(community, order, line.position(), Math.min(missing, line.left()));
            }
            if (missing > 0) {
                throw new NotThatManyLeft(wanted.title());
            }
        }
        return left(community, order);
    }

    /** Takes it back while the order waits for its rest. Refuses as give does; joins the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(CommunityId community, OrderId order, HandedPieces pieces) {
        open(community, order);
        int back = pieces.pieces();
        for (var line : lines(community, order, pieces)) {
            back += move(community, order, line.position(), -Math.min(back, line.handed()));
        }
        if (back > 0) {
            throw new NotThatManyLeft(pieces.title());
        }
    }

    /** Goods of a cycle's orders of which their buyers have some pieces already while the rest waits. */
    @Transactional(readOnly = true)
    public Map<OrderId, List<HandedPieces>> ofSource(CommunityId community, UUID source) {
        return jdbc
                .sql("""
                        select l.order_id, l.product_name, l.spec, sum(l.handed)::int as handed
                        from orders o join order_line l on l.community_id = o.community_id and l.order_id = o.id
                        where o.community_id = :community and o.source_id = :source and l.handed > 0
                            and (o.status = 'CONFIRMED' or o.status = 'COMPLETED' and o.change_cause = 'never-collected')
                        group by l.order_id, l.product_name, l.spec
                        """)
                .param("community", community.value())
                .param("source", source)
                .query((row, number) -> Map.entry(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new HandedPieces(row.getString("product_name"), row.getString("spec"), row.getInt("handed"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private void open(CommunityId community, OrderId order) {
        switch (rows.lock(community, order).orElseThrow(NotFound::new).status()) {
            case CONFIRMED -> {}
            case COLLECTED, COMPLETED -> throw new AlreadyCollected();
            case PLACED, PAID, CLOSED, REFUNDED -> throw new NotCollectable();
        }
    }

    private List<Line> lines(CommunityId community, OrderId order, HandedPieces of) {
        var lines = jdbc.sql("""
                        select position, quantity, handed from order_line
                        where community_id = :community and order_id = :order and product_name = :name and spec = :spec
                        order by position
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .param("name", of.productName())
                .param("spec", of.spec())
                .query((row, number) -> new Line(row.getInt("position"), row.getInt("quantity"), row.getInt("handed")))
                .list();
        if (lines.isEmpty()) {
            throw new NotFound();
        }
        return lines;
    }

    /** Under the lock of the order; the table refuses what a line does not hold. */
    private int move(CommunityId community, OrderId order, int position, int pieces) {
        if (pieces == 0) {
            return 0;
        }
        jdbc.sql("""
                        update order_line set handed = handed + :pieces
                        where community_id = :community and order_id = :order and position = :position
                        """)
                .param("pieces", pieces)
                .param("community", community.value())
                .param("order", order.value())
                .param("position", position)
                .update();
        return pieces;
    }

    private int left(CommunityId community, OrderId order) {
        return jdbc.sql("""
                        select coalesce(sum(quantity - handed), 0)::int from order_line
                        where community_id = :community and order_id = :order
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }
}
