package tuanju.cycle.editing;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.aftersale.Errands;

/** Orders whose goods are sold for less since: each is brought to the lower price by an errand of its own, once it is paid. */
@Component
@RequiredArgsConstructor
public class CheaperGoods {

    static final String TASK = "cycle-cheaper";

    private final Errands errands;
    private final JdbcClient jdbc;

    /** A product of an order and what it costs at most since. */
    record Due(UUID product, String name, String spec, Money each) {}

    /** Whoever has this product pays no more than that; the cycle is held so that nobody orders it meanwhile. */
    void lowered(CycleCard cycle, UUID product, Money each) {
        jdbc.sql("""
                        insert into cycle_cheaper (community_id, order_id, product_id, cycle_id, fen)
                        select community_id, order_id, product_id, cycle_id, :fen from cycle_reservation
                        where community_id = :community and cycle_id = :cycle and product_id = :product order by order_id
                        on conflict (community_id, order_id, product_id) do update
                            set fen = least(cycle_cheaper.fen, excluded.fen), at = excluded.at, done_at = null
                        """)
                .param("fen", each.fen())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("product", product)
                .update();
    }

    /** Has every order that waits for it brought to its lower price. */
    void bringAll(CycleCard cycle) {
        bring(
                cycle.community(),
                cycle.id(),
                jdbc.sql("""
                        select distinct order_id from cycle_cheaper
                        where community_id = :community and cycle_id = :cycle and done_at is null
                        """)
                        .param("community", cycle.community().value())
                        .param("cycle", cycle.id())
                        .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                        .list());
    }

    public void bring(CommunityId community, UUID cycle, List<OrderId> orders) {
        errands.queueAnew(TASK, community, cycle, orders);
    }

    /** What an order waits for. */
    List<Due> open(CommunityId community, OrderId order) {
        return jdbc.sql("""
                        select c.product_id, p.name, p.spec, c.fen from cycle_cheaper c
                        join cycle_product p on p.community_id = c.community_id and p.id = c.product_id
                        where c.community_id = :community and c.order_id = :order and c.done_at is null order by c.product_id
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> new Due(
                        row.getObject("product_id", UUID.class),
                        row.getString("name"),
                        row.getString("spec"),
                        Money.ofFen(row.getLong("fen"))))
                .list();
    }

    /** These are done; a price that was lowered once more meanwhile is not. */
    void done(CommunityId community, OrderId order, List<Due> dues) {
        for (var due : dues) {
            jdbc.sql("""
                            update cycle_cheaper set done_at = now()
                            where community_id = :community and order_id = :order and product_id = :product and fen = :fen
                            """)
                    .param("community", community.value())
                    .param("order", order.value())
                    .param("product", due.product())
                    .param("fen", due.each().fen())
                    .update();
        }
    }
}
