package tuanju.delivery;

import java.sql.ResultSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.delivery.DoorMarks.Round;
import tuanju.pickup.Household;

/** In which sequence the buildings of a cycle are walked: as somebody said, the others after them by number. */
@Component
@RequiredArgsConstructor
class WalkingOrder {

    private final JdbcClient jdbc;

    /** These households, which come by building and room already, with the buildings in the sequence that was said. */
    List<Household> sorted(Round round, List<Household> households) {
        var positions = positions(round);
        return households.stream()
                .sorted(Comparator.comparingInt(
                        bag -> positions.getOrDefault(bag.building().label(), Integer.MAX_VALUE)))
                .toList();
    }

    /** Whoever changes the sequence at the same moment waits. */
    void hold(Round round) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('delivery_building ' || :cycle, 0))")
                .param("cycle", round.cycle().toString())
                .query(rows -> {});
    }

    /** From now on in this sequence. */
    void keep(Round round, List<String> buildings) {
        jdbc.sql("delete from delivery_building where community_id = :community and cycle_id = :cycle")
                .param("community", round.community().value())
                .param("cycle", round.cycle())
                .update();
        jdbc.sql("""
                        insert into delivery_building (community_id, cycle_id, building, position)
                        select :community, :cycle, it.building, it.nr - 1
                        from unnest(:buildings::text[]) with ordinality as it (building, nr)
                        """)
                .param("community", round.community().value())
                .param("cycle", round.cycle())
                .param("buildings", buildings.toArray(String[]::new))
                .update();
    }

    private Map<String, Integer> positions(Round round) {
        var positions = new HashMap<String, Integer>();
        jdbc.sql("""
                        select building, position from delivery_building
                        where community_id = :community and cycle_id = :cycle
                        """)
                .param("community", round.community().value())
                .param("cycle", round.cycle())
                .query((ResultSet row) -> {
                    positions.put(row.getString("building"), row.getInt("position"));
                });
        return positions;
    }
}
