package tuanju.chain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;

/** Lets go what was pasted for a cycle, some time after its pickup; each cycle in a transaction of its own. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class Forgetting {

    private final OrderCycles cycles;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final JdbcClient jdbc;

    private record Pasted(CommunityId community, UUID cycle) {}

    /**
     * Answers for how many cycles something was forgotten.
     *
     * @param remembered selects the community_id and cycle_id of what is there still
     */
    public int after(Duration keptFor, String remembered, Consumer<CycleCard> forget) {
        var before = clock.instant().minus(keptFor);
        var over = remembered(remembered).stream()
                .collect(Collectors.groupingBy(
                        Pasted::community, Collectors.mapping(Pasted::cycle, Collectors.toList())))
                .entrySet()
                .stream()
                .flatMap(it -> cycles.byIds(it.getKey(), it.getValue()).values().stream())
                .filter(cycle -> cycle.pickupUntil().isBefore(before))
                .toList();
        over.forEach(cycle -> transaction.executeWithoutResult(status -> forget.accept(cycle)));
        return over.size();
    }

    private List<Pasted> remembered(String statement) {
        return jdbc.sql(statement)
                .query((row, number) -> new Pasted(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getObject("cycle_id", UUID.class)))
                .list();
    }

    /** Carries out a statement about a community and a cycle. */
    public void ofCycle(CycleCard cycle, String forgetting) {
        jdbc.sql(forgetting)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
    }

    /** Carries out a statement about a community and the leader of a cycle. */
    public void ofLeader(CycleCard cycle, String forgetting) {
        jdbc.sql(forgetting)
                .param("community", cycle.community().value())
                .param("leader", cycle.leader().value())
                .update();
    }
}
