package tuanju.cycle.ordering;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;

/** Pieces that a leader opens after the cut-off, and who takes them. */
@Component
@RequiredArgsConstructor
public class LatePieces {

    private static final int MOST = 9_999;

    private final JdbcClient jdbc;

    /** How many pieces a product has for late-comers. */
    record Late(UUID product, int opened, int taken) {

        static final Late NONE = new Late(new UUID(0, 0), 0, 0);

        int left() {
            return opened - taken;
        }
    }

    Map<UUID, Late> of(CycleCard cycle) {
        return jdbc
                .sql("""
                        select id, late_pieces, late_taken from cycle_product
                        where community_id = :community and cycle_id = :cycle
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) ->
                        new Late(row.getObject("id", UUID.class), row.getInt("late_pieces"), row.getInt("late_taken")))
                .list()
                .stream()
                .collect(Collectors.toMap(Late::product, late -> late));
    }

    /** Opens so many pieces in all; they come on top of the product's limit. Refuses with Invalid fewer than are taken. */
    void open(CycleCard cycle, UUID product, int pieces) {
        if (pieces < 0 || pieces > MOST) {
            throw new Invalid("pieces", "cycle-late-pieces", MOST);
        }
        int opened = jdbc.sql("""
                        update cycle_product set late_pieces = :pieces,
                            quantity_limit = quantity_limit + :pieces - late_pieces
                        where community_id = :community and cycle_id = :cycle and id = :product and late_taken <= :pieces
                        """)
                .param("pieces", pieces)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("product", product)
                .update();
        if (opened == 0) {
            throw new Invalid("pieces", "cycle-late-pieces-taken");
        }
    }

    /** Takes pieces for an order and says that they are given; answers whether there were so many. */
    boolean take(CycleCard cycle, UUID order, UUID product, int pieces) {
        return jdbc.sql("""
                                with taken as (
                                    update cycle_product set late_taken = late_taken + :pieces, taken = taken + :pieces
                                    where community_id = :community and cycle_id = :cycle and id = :product
                                        and late_taken + :pieces <= late_pieces
                                    returning id)
                                insert into cycle_reservation (community_id, cycle_id, order_id, product_id, quantity,
                                    given, given_cause, settled_at, late)
                                select :community, :cycle, :order, id, :pieces, :pieces, 'as-ordered', now(), true from taken
                                """)
                        .param("pieces", pieces)
                        .param("community", cycle.community().value())
                        .param("cycle", cycle.id())
                        .param("product", product)
                        .param("order", order)
                        .update()
                == 1;
    }

    public boolean isLate(CommunityId community, UUID order) {
        return jdbc.sql("""
                        select exists (select from cycle_reservation
                            where community_id = :community and order_id = :order and late)
                        """)
                .param("community", community.value())
                .param("order", order)
                .query(Boolean.class)
                .single();
    }
}
