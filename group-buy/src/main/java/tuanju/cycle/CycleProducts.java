package tuanju.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.catalog.SkuId;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/** The products of cycles and how many pieces of each are taken. */
@Component
@RequiredArgsConstructor
class CycleProducts {

    private final JdbcClient jdbc;

    void add(CommunityId community, UUID cycle, List<CyclePlan.Item> items) {
        for (int position = 0; position < items.size(); position++) {
            var item = items.get(position);
            jdbc.sql("""
                            insert into cycle_product (community_id, id, cycle_id, position, sku_id, name, spec, price_fen,
                                                       quantity_limit, picture)
                            values (:community, :id, :cycle, :position, :sku, :name, :spec, :price, :limit, :picture)
                            """)
                    .param("community", community.value())
                    .param("id", Ids.next())
                    .param("cycle", cycle)
                    .param("position", position)
                    .param("sku", item.sku() == null ? null : item.sku().value())
                    .param("name", item.name())
                    .param("spec", item.spec())
                    .param("price", item.price().fen())
                    .param("limit", item.limit())
                    .param(
                            "picture",
                            item.picture() == null ? null : item.picture().value())
                    .update();
        }
    }

    List<CycleProduct> of(CycleCard cycle) {
        return jdbc.sql("""
                        select id, sku_id, name, spec, picture, price_fen, quantity_limit, taken
                        from cycle_product
                        where community_id = :community and cycle_id = :cycle
                        order by position, id
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(CycleProducts::product)
                .list();
    }

    /** Takes pieces within each product's limit, in the order of their ids so that two orders never wait for each other. */
    void take(CycleCard cycle, UUID order, Map<CycleProduct, Integer> wanted) {
        var inOrder = new TreeMap<CycleProduct, Integer>(Comparator.comparing(CycleProduct::id));
        inOrder.putAll(wanted);
        inOrder.forEach((product, quantity) -> {
            if (!takes(cycle.community(), product.id(), quantity)) {
                throw CannotOrder.tooFewLeft(product.name());
            }
            reserve(cycle.community(), order, product.id(), quantity);
        });
    }

    /** What an order that will not be paid had taken is free again; a second call frees nothing. */
    void release(CommunityId community, UUID order) {
        jdbc.sql("""
                        with freed as (
                            delete from cycle_reservation where community_id = :community and order_id = :order
                            returning product_id, quantity)
                        update cycle_product p set taken = taken - freed.quantity
                        from freed where p.community_id = :community and p.id = freed.product_id
                        """)
                .param("community", community.value())
                .param("order", order)
                .update();
    }

    private boolean takes(CommunityId community, UUID product, int quantity) {
        return jdbc.sql("""
                                update cycle_product set taken = taken + :quantity
                                where community_id = :community and id = :product
                                  and (quantity_limit is null or taken + :quantity <= quantity_limit)
                                """)
                        .param("community", community.value())
                        .param("product", product)
                        .param("quantity", quantity)
                        .update()
                == 1;
    }

    private void reserve(CommunityId community, UUID order, UUID product, int quantity) {
        jdbc.sql("""
                        insert into cycle_reservation (community_id, order_id, product_id, quantity)
                        values (:community, :order, :product, :quantity)
                        """)
                .param("community", community.value())
                .param("order", order)
                .param("product", product)
                .param("quantity", quantity)
                .update();
    }

    private static CycleProduct product(ResultSet row, int number) throws SQLException {
        var sku = row.getObject("sku_id", UUID.class);
        var limit = row.getObject("quantity_limit", Integer.class);
        var picture = row.getString("picture");
        int taken = row.getInt("taken");
        return new CycleProduct(
                row.getObject("id", UUID.class),
                sku == null ? null : new SkuId(sku),
                row.getString("name"),
                row.getString("spec"),
                picture == null ? null : new PictureRef(picture),
                Money.ofFen(row.getLong("price_fen")),
                limit == null ? null : limit - taken,
                taken);
    }
}
