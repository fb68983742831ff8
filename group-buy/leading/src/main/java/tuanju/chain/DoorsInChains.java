package tuanju.chain;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.cycle.WrittenDoors;

/** The lines of chain lists that orders came from: those of before units were read may name one. */
@Component
@RequiredArgsConstructor
class DoorsInChains implements WrittenDoors {

    private final JdbcClient jdbc;

    private record Line(UUID order, String line) {}

    @Override
    public Map<UUID, String> written(CycleCard cycle) {
        return jdbc
                .sql("""
                        select c.order_id, l.line from chain_line l
                        join chain_order c on c.community_id = l.community_id and c.id = l.chain_order_id
                        join chain_list t on t.community_id = l.community_id and t.id = l.list_id
                        where l.community_id = :community and c.cycle_id = :cycle and c.order_id is not null
                        order by t.taken_at, l.line_number
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> new Line(row.getObject("order_id", UUID.class), row.getString("line")))
                .list()
                .stream()
                .collect(Collectors.toMap(Line::order, Line::line, (earlier, later) -> later + "\n" + earlier));
    }
}
