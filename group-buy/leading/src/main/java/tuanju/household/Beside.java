package tuanju.household;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;

/** What is known of a cycle's orders beside what stands in them: one look, whoever keeps it. */
@Component
@RequiredArgsConstructor
class Beside {

    private final JdbcClient jdbc;

    /**
     * Orders by their ids.
     *
     * @param toLookAt those with a line that their leader is asked about
     * @param carried those whose bag goes to the door
     */
    record Known(Set<UUID> toLookAt, Set<UUID> carried) {

        static final Known NOTHING = new Known(Set.of(), Set.of());
    }

    private record Said(UUID order, boolean isLook) {}

    Known of(CycleCard cycle) {
        var known = new Known(new HashSet<>(), new HashSet<>());
        jdbc.sql("""
                        select order_id, true as look from orders_to_look_at(:community, :cycle)
                        union all select order_id, false from orders_carried(:community, :cycle)
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> new Said(row.getObject("order_id", UUID.class), row.getBoolean("look")))
                .list()
                .forEach(it -> (it.isLook() ? known.toLookAt() : known.carried()).add(it.order()));
        return known;
    }
}
