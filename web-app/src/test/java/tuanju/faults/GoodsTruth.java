package tuanju.faults;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.faults.History.Fact;
import tuanju.faults.History.Kind;

/** The judge of what leaders wrote down of goods and money by hand: all of what was answered is there, and once. */
record GoodsTruth(JdbcClient jdbc) {

    private static final String TRANSFERS = """
            select c.code, count(*) as number
            from transfer_line l
            join transfer_list t on t.community_id = l.community_id and t.id = l.list_id
            join order_cycle c on c.community_id = t.community_id and c.id = t.cycle_id
            where l.transfer_id is not null group by c.code
            """;

    private static final String COUNTS = """
            select c.code, sum(r.arrived) as number
            from goods_receipt r join order_cycle c on c.community_id = r.community_id and c.id = r.cycle_id
            group by c.code
            """;

    private static final String GIVEN_OUT = """
            select c.code, count(*) as number
            from shortage s join order_cycle c on c.community_id = s.community_id and c.id = s.cycle_id
            group by c.code
            """;

    private static final String PAID_BACK = """
            select o.code, sum(b.amount_fen) as number
            from order_paid_back_by_hand b join orders o on o.community_id = b.community_id and o.id = b.order_id
            where b.undone_at is null group by o.code
            """;

    List<String> complaints(List<Fact> facts) {
        return Stream.of(
                        notAs("lost transfers", facts, Kind.TRANSFERRED, TRANSFERS),
                        notAs("lost count", facts, Kind.COUNTED, COUNTS),
                        notAs("lost giving-out", facts, Kind.GIVEN_OUT, GIVEN_OUT),
                        notAs("lost paying back", facts, Kind.PAID_BACK, PAID_BACK))
                .flatMap(it -> it)
                .toList();
    }

    private Stream<String> notAs(String what, List<Fact> facts, Kind kind, String query) {
        var told = facts.stream()
                .filter(it -> it.kind() == kind)
                .collect(Collectors.groupingBy(Fact::code, Collectors.summingInt(Fact::number)));
        var there = there(query);
        Predicate<Map.Entry<String, Integer>> wrong = it -> !it.getValue().equals(there.getOrDefault(it.getKey(), 0));
        return told.entrySet().stream()
                .filter(wrong)
                .map(it -> "%s: %s was told %d, there is %s"
                        .formatted(what, it.getKey(), it.getValue(), there.get(it.getKey())));
    }

    private Map<String, Integer> there(String query) {
        return jdbc.sql(query).query((row, number) -> Map.entry(row.getString("code"), row.getInt("number"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
