package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tuanju.member.MemberId;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/**
 * The table of routes against the program: whoever a route is not for learns nothing from it. Before a push each route turns
 * away strangers and one of the others it must, in the gate all of them.
 */
class DoorTableTest extends AtEveryDoor {

    /** Who is signed in, and for whom many routes are not. */
    private enum Other {
        MEMBER(Whose.OWN, Whose.LEADER, Whose.LED, Whose.DEPUTY, Whose.OPERATOR),
        LEADER(Whose.OWN, Whose.LED, Whose.DEPUTY, Whose.OPERATOR),
        DEPUTY(Whose.LEADER, Whose.LED);

        private final Set<Whose> outside;

        Other(Whose... outside) {
            this.outside = Set.of(outside);
        }

        /** What a deputy may enter all the same holds nobody's data: the desk's empty page, and a file with invented people. */
        private boolean isOutside(Row row) {
            boolean nobodys = row.pattern().endsWith("/shell") || row.pattern().endsWith("/sample.xlsx");
            return outside.contains(row.whose()) && !(this == DEPUTY && nobodys);
        }

        private boolean isTriedAt(Row row) {
            var all = Stream.of(values()).filter(it -> it.isOutside(row)).toList();
            return isOutside(row) && Share.has(row, all.indexOf(this), all.size());
        }

        Stream<Row> turnedAway() {
            return Routes.table().stream().filter(this::isTriedAt);
        }
    }

    @Test
    @DisplayName("I-Z1 every route has a line in the table, and every line a route")
    void everyRouteHasALine() {
        var there = Routes.of(mappings());
        var written = new TreeSet<>(Routes.table().stream().map(Row::route).toList());
        assertThat(difference(there, written)).as("routes without a line").isEmpty();
        assertThat(difference(written, there)).as("lines without a route").isEmpty();
    }

    private static Set<String> difference(Set<String> of, Set<String> without) {
        var rest = new TreeSet<>(of);
        rest.removeAll(without);
        return rest;
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("I-Z1 A-05 A-81 a stranger is asked to sign in, for pages, parts, files and uploads alike")
    @MethodSource("closed")
    void strangersAreAskedToSignIn(Row row) {
        var answer = ask(row, world.examples(), null);
        if (row.isApi()) {
            assertThat(answer).hasStatus(401);
        } else {
            assertThat(answer).hasStatus3xxRedirection();
            assertThat(answer.getResponse().getHeader("Location")).startsWith("/sign-in");
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("I-Z2 A-01 A-05 A-06 to another member it looks as if it were not there")
    @MethodSource("notForMembers")
    void anotherMemberLearnsNothing(Row row) {
        looksLikeNothing(row, world.otherMember());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("I-Z2 I-Z3 A-03 A-06 A-08 to another leader it looks as if it were not there")
    @MethodSource("notForOtherLeaders")
    void anotherLeaderLearnsNothing(Row row) {
        looksLikeNothing(row, world.otherLeader());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("I-Z2 whoever it is for gets in")
    @MethodSource("toLookAt")
    void whoeverItIsForGetsIn(Row row) {
        var me = world.rightful(row.whose());
        var answer = ask(row, world.examples(), me);
        assertThat(answer.getResponse().getStatus()).as(text(answer)).isBetween(200, 399);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("I-Z2 a deputy gets in where they have the right")
    @MethodSource("toLookAtForDeputies")
    void aDeputyGetsInWhereTheyHaveTheRight(Row row) {
        var answer = ask(row, world.examples(), world.rightful(Whose.DEPUTY));
        assertThat(answer.getResponse().getStatus()).as(text(answer)).isBetween(200, 399);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("I-Z2 to a deputy with every right it looks as if it were not there")
    @MethodSource("notForDeputies")
    void aDeputyLearnsNothingElse(Row row) {
        looksLikeNothing(row, world.rightful(Whose.DEPUTY));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "I-Z2 to a deputy without that one right, and to one whose day has come, it looks as if it were not there")
    @MethodSource("forDeputies")
    void aDeputyWithoutTheRightOrPastTheirDayLearnsNothing(Row row) {
        looksLikeNothing(row, world.deputyWithout(Objects.requireNonNull(row.right())));
        looksLikeNothing(row, world.expiredDeputy());
    }

    private void looksLikeNothing(Row row, MemberId me) {
        var there = ask(row, world.examples(), me);
        assertThat(there.getResponse().getStatus())
                .as(text(there))
                .isBetween(300, 499)
                .isNotIn(401, 403);
        assertThat(seen(there)).isEqualTo(seen(ask(row, world.absentExamples(), me)));
    }

    private String seen(MvcTestResult answer) {
        var response = answer.getResponse();
        return world.anonymous(response.getStatus() + " " + response.getHeader("Location") + "\n" + text(answer));
    }

    /** Good in every field, so that nothing but the door stands between. */
    private MvcTestResult ask(Row row, Map<String, String> examples, @Nullable MemberId me) {
        RequestPostProcessor who = me == null ? it -> it : DoorWorld.as(me);
        if (row.method().equals("GET")) {
            var request = mvc.get().uri(URI.create(row.path(examples))).with(who);
            return row.pattern().endsWith("/live") ? request.asyncExchange() : request.exchange();
        }
        return Sending.good(row, mappings(), examples, who)
                .findFirst()
                .orElseThrow()
                .exchange(mvc);
    }

    static Stream<Row> closed() {
        return table(Whose.MEMBER, Whose.OWN, Whose.LEADER, Whose.LED, Whose.DEPUTY, Whose.OPERATOR);
    }

    static Stream<Row> notForMembers() {
        return Other.MEMBER.turnedAway();
    }

    static Stream<Row> forDeputies() {
        return Other.DEPUTY.turnedAway().filter(it -> it.right() != null);
    }

    static Stream<Row> notForDeputies() {
        return Other.DEPUTY.turnedAway().filter(it -> it.right() == null);
    }

    static Stream<Row> toLookAtForDeputies() {
        return Routes.table().stream()
                .filter(it -> Other.DEPUTY.isOutside(it) && it.right() != null)
                .filter(it -> it.method().equals("GET"))
                .filter(it -> it.examples().values().stream().noneMatch("none"::equals));
    }

    static Stream<Row> notForOtherLeaders() {
        return Other.LEADER.turnedAway();
    }

    static Stream<Row> toLookAt() {
        return table(Whose.values())
                .filter(it -> it.method().equals("GET") && it.whose() != Whose.MACHINE)
                .filter(it -> it.examples().values().stream().noneMatch("none"::equals));
    }

    private static Stream<Row> table(Whose... whose) {
        return Routes.table().stream().filter(it -> List.of(whose).contains(it.whose()));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
