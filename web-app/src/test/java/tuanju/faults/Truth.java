package tuanju.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.faults.History.Fact;
import tuanju.faults.History.Kind;
import tuanju.invariant.Invariants;

/**
 * The judge: what is in the database once everything is well again, against what people were told. Nothing that was
 * answered may be missing, nothing be there that nobody was told, and nothing wait that should have been done.
 */
final class Truth {

    /** Outbox empty and jobs caught up after any crash. */
    static final Duration SOON = Duration.ofSeconds(60);

    private final Supplier<JdbcClient> database;
    private final Duration soon;
    private final Set<String> before;

    /** Whatever is there already was nobody's doing. */
    Truth(Supplier<JdbcClient> database, Duration soon) {
        this.database = database;
        this.soon = soon;
        this.before = orders().keySet();
    }

    /**
     * An order as the database has it.
     *
     * @param listed it came in by a chain list; nobody was told its code
     * @param nothingCame what came of its goods went to others
     */
    private record Row(
            String code,
            String status,
            boolean captured,
            boolean listed,
            boolean nothingCame,
            @Nullable String source) {}

    /** Everything that is not as it must be; waits a minute at most for what is only late. */
    List<String> complaints(List<Fact> facts) {
        var complaints = new ArrayList<String>();
        askProvidersNow();
        complaints.addAll(late("outbox", OUTBOX));
        complaints.addAll(late("job not on", overdueJobs()));
        complaints.addAll(late("refund not done", REFUNDS));
        complaints.addAll(late("payment not taken", () -> unpaid(facts)));
        complaints.addAll(late("sale not on the dashboard", UNCOUNTED));
        complaints.addAll(lost(facts));
        new Invariants(jdbc()).violations().forEach(it -> complaints.add("invariant broken: " + it));
        return complaints;
    }

    private static final String OUTBOX = """
            select listener_id || ' has not heard ' || event_type from outbox_outstanding limit 5
            """;

    private static final String REFUNDS =
            "select code from refund where status <> 'DONE' and provider = 'sandbox' limit 5";

    private static final String UNCOUNTED = """
            select code from orders o
            where status in ('PAID', 'CONFIRMED', 'COLLECTED', 'COMPLETED') and kind <> 'IMPORT' and not exists (
                select from sale_fact f where f.community_id = o.community_id and f.order_id = o.id)
            limit 5
            """;

    /** What was due before now and is still to be done. */
    private Supplier<List<String>> overdueJobs() {
        var now = jdbc().sql("select now()::text").query(String.class).single();
        return () -> texts("select task_name from scheduled_tasks where execution_time <= '%s'::timestamptz limit 5"
                .formatted(now));
    }

    private List<String> late(String what, String query) {
        return late(what, () -> texts(query));
    }

    /** What still waits when waiting is over. */
    private List<String> late(String what, Supplier<List<String>> waiting) {
        var last = new AtomicReference<>(List.<String>of());
        try {
            await().atMost(soon)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> {
                        last.set(waiting.get());
                        return last.get().isEmpty();
                    });
            return List.of();
        } catch (ConditionTimeoutException e) {
            return last.get().stream().map(it -> what + ": " + it).toList();
        }
    }

    /** Lost callbacks are asked about a minute after the payment was opened; here that minute is over at once. */
    private void askProvidersNow() {
        jdbc().sql("update payment set next_query_at = now() where next_query_at is not null and status = 'CREATED'")
                .update();
    }

    private List<String> unpaid(List<Fact> facts) {
        var rows = orders();
        return codes(facts, Kind.PAID).stream()
                .filter(it -> rows.containsKey(it) && !rows.get(it).captured())
                .toList();
    }

    private List<String> lost(List<Fact> facts) {
        var rows = orders();
        var complaints = new ArrayList<String>();
        complaints.addAll(notAs("lost order", codes(facts, Kind.PLACED), rows, it -> true));
        complaints.addAll(notAs("lost payment", codes(facts, Kind.PAID), rows, Row::captured));
        complaints.addAll(notAs(
                "lost cancelling",
                codes(facts, Kind.CANCELLED),
                rows,
                it -> it.status().equals("CLOSED")));
        complaints.addAll(notAs("lost hand-over", codes(facts, Kind.COLLECTED), rows, Truth::isCollected));
        complaints.addAll(notAs(
                "lost undo",
                codes(facts, Kind.HANDED_BACK),
                rows,
                it -> it.status().equals("CONFIRMED")
                        || it.nothingCame() && it.status().equals("REFUNDED")));
        complaints.addAll(unheardOf(facts, rows));
        complaints.addAll(lostLists(facts, rows));
        complaints.addAll(new GoodsTruth(jdbc()).complaints(facts));
        return complaints;
    }

    private static List<String> notAs(
            String what, Set<String> codes, Map<String, Row> rows, Function<Row, Boolean> right) {
        return codes.stream()
                .filter(it -> !rows.containsKey(it) || !right.apply(rows.get(it)))
                .map(it -> what + ": " + it + " is " + rows.get(it))
                .toList();
    }

    private static boolean isCollected(Row order) {
        return Set.of("COLLECTED", "COMPLETED").contains(order.status());
    }

    /** One key has one effect: an order that nobody was told of was placed twice. */
    private List<String> unheardOf(List<Fact> facts, Map<String, Row> rows) {
        var told = codes(facts, Kind.PLACED);
        return rows.values().stream()
                .filter(it -> !it.listed() && !before.contains(it.code()) && !told.contains(it.code()))
                .map(it -> "order nobody was told of: " + it)
                .toList();
    }

    private static List<String> lostLists(List<Fact> facts, Map<String, Row> rows) {
        return facts.stream()
                .filter(it -> it.kind() == Kind.LISTED)
                .filter(it -> it.number()
                        != rows.values().stream()
                                .filter(row -> row.listed() && it.code().equals(row.source()))
                                .count())
                .map(it -> "lost list: %d orders were read into cycle %s".formatted(it.number(), it.code()))
                .toList();
    }

    private static Set<String> codes(List<Fact> facts, Kind kind) {
        return facts.stream()
                .filter(it -> it.kind() == kind)
                .map(Fact::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Row> orders() {
        return jdbc()
                .sql("""
                        select code, status, source_code, external_source is not null as listed,
                            exists (select from capture c where c.community_id = o.community_id and c.order_id = o.id)
                                as captured,
                            coalesce((select bool_and(s.given = 0 and s.outcome = 'GIVEN') from shortage_share s
                                where s.community_id = o.community_id and s.order_id = o.id), false) as nothing_came
                        from orders o where external_source is null or external_source = 'chain-list'
                        """)
                .query((row, number) -> new Row(
                        row.getString("code"),
                        row.getString("status"),
                        row.getBoolean("captured"),
                        row.getBoolean("listed"),
                        row.getBoolean("nothing_came"),
                        row.getString("source_code")))
                .stream()
                .collect(Collectors.toMap(Row::code, Function.identity()));
    }

    private List<String> texts(String query) {
        return jdbc().sql(query).query(String.class).list();
    }

    private JdbcClient jdbc() {
        return database.get();
    }
}
