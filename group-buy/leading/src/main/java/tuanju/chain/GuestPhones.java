package tuanju.chain;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;

/** Numbers of a chain's guests, as their leader learns them after the list. */
@Component
@RequiredArgsConstructor
class GuestPhones {

    private final JdbcClient jdbc;

    /** The order of a guest of this cycle, from now on reachable at this number; empty where they have none. */
    Optional<UUID> reachableAt(CycleCard cycle, UUID guest, String digits) {
        return jdbc.sql("""
                        update chain_order set phone = :phone
                        where community_id = :community and cycle_id = :cycle and id = :id and order_id is not null
                        returning order_id
                        """)
                .param("phone", digits)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("id", guest)
                .query(UUID.class)
                .optional();
    }
}
