package tuanju.cycle;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;

/**
 * Pieces of a cycle's products that were ordered but did not come. They stay taken: nobody else can order them, and what
 * was decided at the cut-off stays as it was decided.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class MissingPieces {

    private final JdbcClient jdbc;

    /** So many pieces of this product that the order had did not come; an order that reserved nothing has no row. */
    public void note(CommunityId community, OrderId order, String productName, String spec, int pieces) {
        jdbc.sql("""
                        update cycle_reservation r set missing = missing + :pieces from cycle_product p
                        where r.community_id = :community and r.order_id = :order
                          and p.community_id = r.community_id and p.id = r.product_id
                          and p.name = :name and p.spec = :spec
                        """)
                .param("pieces", pieces)
                .param("community", community.value())
                .param("order", order.value())
                .param("name", productName)
                .param("spec", spec)
                .update();
    }
}
