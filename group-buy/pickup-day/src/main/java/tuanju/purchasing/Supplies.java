package tuanju.purchasing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.cycle.CycleCard;
import tuanju.money.Money;

/** Who supplies what, as leaders note it. */
@Component
@RequiredArgsConstructor
class Supplies {

    private final JdbcClient jdbc;

    /**
     * Who supplies a product, and what a piece of it costs the leader.
     *
     * @param supplier empty where nobody is named
     */
    record Supply(
            String name,
            String spec,
            String supplier,
            @Nullable Money cost) {

        private static final int LONGEST = 40;
        private static final long MOST_FEN = 10_000_000;

        Supply {
            supplier = supplier.strip();
            if (supplier.length() > LONGEST) {
                throw new Invalid("supplier", "purchasing-supplier", LONGEST);
            }
            if (cost != null && cost.fen() > MOST_FEN) {
                throw new Invalid("cost", "purchasing-cost");
            }
        }

        String key() {
            return name + "\n" + spec;
        }
    }

    /** What is noted of this cycle's goods, else what its leader noted last of the same goods; by name and spec. */
    Map<String, Supply> of(CycleCard cycle) {
        var known = new HashMap<String, Supply>();
        jdbc.sql("""
                        select distinct on (product_name, spec) product_name, spec, supplier, cost_fen from supply
                        where community_id = :community and leader_id = :leader
                        order by product_name, spec, cycle_id = :cycle desc, changed_at desc
                        """)
                .param("community", cycle.community().value())
                .param("leader", cycle.leader().value())
                .param("cycle", cycle.id())
                .query((row, number) -> new Supply(
                        row.getString("product_name"),
                        row.getString("spec"),
                        row.getString("supplier"),
                        row.getObject("cost_fen") == null ? null : Money.ofFen(row.getLong("cost_fen"))))
                .list()
                .forEach(it -> known.put(it.key(), it));
        return known;
    }

    /** The names this leader has used, for not typing them again. */
    List<String> names(CycleCard cycle) {
        return jdbc.sql("""
                        select distinct supplier from supply
                        where community_id = :community and leader_id = :leader and supplier <> '' order by supplier
                        """)
                .param("community", cycle.community().value())
                .param("leader", cycle.leader().value())
                .query((row, number) -> row.getString("supplier"))
                .list();
    }

    void note(CycleCard cycle, Supply supply) {
        var cost = supply.cost();
        jdbc.sql("""
                        insert into supply (community_id, cycle_id, product_name, spec, leader_id, supplier, cost_fen)
                        values (:community, :cycle, :name, :spec, :leader, :supplier, :cost)
                        on conflict (community_id, cycle_id, product_name, spec) do update
                            set supplier = excluded.supplier, cost_fen = excluded.cost_fen, changed_at = now()
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("name", supply.name())
                .param("spec", supply.spec())
                .param("leader", cycle.leader().value())
                .param("supplier", supply.supplier())
                .param("cost", cost == null ? null : cost.fen())
                .update();
    }
}
