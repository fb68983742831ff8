package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tuanju.security.Nonsense.Fate;
import tuanju.security.Routes.Row;

/**
 * Every field of every route is sent what cannot be used, by somebody who may enter: it is refused with the field's name,
 * nothing is stored, nothing breaks and nothing is told about the inside.
 */
class EveryFieldTest extends AtEveryDoor {

    /** Nobody, nothing there, not now, not so fast. */
    private static final Set<Integer> FOR_SOMETHING_ELSE = Set.of(401, 404, 409, 429);

    private static final Set<String> KNOWN = Set.copyOf(Routes.lines("doors/long-texts.txt"));

    /** Before a push each field gets every tenth value, the next field those beside them; in the gate every third, at night all. */
    private static final int OF = Share.of(10, 3);

    static Stream<Row> routes() {
        return Routes.table().stream().filter(it -> !it.method().equals("ANY"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "W-15 A-21 A-22 A-25 A-91 I-O3 what cannot be used is refused by its field's name, and nothing is stored")
    @MethodSource("routes")
    void whatCannotBeUsedIsRefused(Row row) {
        jdbc.sql("delete from rate_limit").update();
        var faults = new ArrayList<String>();
        var suspects = new ArrayList<Runnable>();
        int turn = Math.floorMod(row.toString().hashCode(), OF);
        for (var sending : Sending.all(row, mappings(), world)) {
            var values = Nonsense.of(sending.inlet());
            for (int i = turn++ % OF; i < values.size(); i += OF) {
                faults.addAll(ask(sending, values.get(i), suspects));
            }
        }
        if (!suspects.isEmpty() && Stored.by(() -> suspects.forEach(Runnable::run), jdbc)) {
            faults.add(row + " refused, and still stored something");
        }
        assertThat(faults).isEmpty();
    }

    /** Remembers a refusal that could have stored something. */
    private List<String> ask(Sending sending, Nonsense nonsense, List<Runnable> suspects) {
        var replies = new ArrayList<Reply>();
        var sent = statements.ofThisThread(() -> replies.add(sending.send(mvc, nonsense)));
        var reply = replies.getFirst();
        if (reply.isRefused() && Stored.couldBeBy(sent)) {
            suspects.add(() -> sending.send(mvc, nonsense));
        }
        var faults = new ArrayList<>(reply.faults(nonsense));
        if (nonsense.fate() == Fate.REFUSED_OR_KEPT && !isKnown(sending)) {
            faults.addAll(ofALongText(reply, nonsense));
        }
        return faults;
    }

    /** Either the text is too long, or it is in the table with its last letter. */
    private List<String> ofALongText(Reply reply, Nonsense text) {
        if (reply.isRefused()) {
            boolean named = reply.complains() || reply.namesTheField();
            boolean ofSomethingElse = FOR_SOMETHING_ELSE.contains(reply.status());
            return named || ofSomethingElse || isRefusedAnyway(reply.sending(), reply)
                    ? List.of()
                    : List.of(reply.told(text, "did not name the field"));
        }
        return !reply.sending().changes() || Stored.whole(String.valueOf(text.value()), jdbc)
                ? List.of()
                : List.of(reply.told(text, "was accepted and not kept whole"));
    }

    private static boolean isKnown(Sending sending) {
        return KNOWN.contains(sending.row() + " " + sending.inlet().name());
    }

    /** A plain word in its place is refused the same way. */
    private boolean isRefusedAnyway(Sending sending, Reply reply) {
        return sending.send(mvc, Nonsense.none(sending.goodText())).status() == reply.status();
    }
}
