package tuanju.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Together;
import support.Visitor;
import tuanju.WebTest;
import tuanju.audit.AuditTrail;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;

/**
 * Each confirmation of a new share writes a rate of its own: nothing but the second word stands between two of them, which
 * makes it the act to race for.
 */
@WebTest
@DisplayName("A-97 A leaders' share is changed by two operators")
class FeeChangingTest {

    private static final int OPERATORS = 5;
    private static final int ROUNDS = 8;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Operators operators;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;

    @BeforeEach
    void operatorsOfACommunity() {
        home = neighbourhoods.found(OPERATORS);
        IntStream.range(0, OPERATORS).forEach(it -> operators.appoint(home.member(it)));
    }

    @Test
    @DisplayName("it waits as it was before, and holds once another one has confirmed it; both stand in the trail")
    void waitsForAnother() {
        assertThat(propose("7.5")).hasRedirectedUrl("/operate/service-fees");
        var id = proposal();
        assertThat(rates()).isEmpty();
        assertThat(get(1, "/operate/service-fees")).bodyText().contains("新比例等待复核");
        assertThat(get(1, "/operate/second-words"))
                .bodyText()
                .contains("10 % → 7.5 %", home.card().name());
        assertThat(say(0, id, true)).as("one's own").hasStatus(409);
        assertThat(say(1, id, true)).hasStatus(204);
        assertThat(rates()).containsExactly(750);
        assertThat(say(2, id, true)).hasStatus(404);
        assertThat(trail.about("second-word " + id, 5).stream().map(it -> it.action() + " " + it.actor()))
                .containsExactly(
                        "second-word.confirmed " + home.member(1).value(),
                        "second-word.proposed " + home.member(0).value());
        assertThat(jdbc.sql("select wanted from second_word where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .as("what was wanted is forgotten")
                .isEmpty();
    }

    @Test
    @DisplayName("a share beyond 15 % is refused before anybody is asked, and the same community waits once")
    void whatCannotBeIsNotProposed() {
        assertThat(propose("15.01")).hasStatus(400);
        propose("8");
        propose("9");
        assertThat(jdbc.sql("select count(*) from second_word where thing_id = ?")
                        .param(home.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    @DisplayName("of four who confirm at the same moment one does it")
    void ofFourAtOnceOneCounts() {
        for (int round = 1; round <= ROUNDS; round++) {
            propose("7");
            var id = proposal();
            var answers = together(IntStream.rangeClosed(1, 4)
                    .<Callable<Integer>>mapToObj(it -> () -> status(say(it, id, true)))
                    .toList());
            assertThat(answers)
                    .containsOnlyOnce(204)
                    .allMatch(it -> List.of(204, 404, 409).contains(it));
            assertThat(rates()).as("round " + round).hasSize(round);
            assertThat(decisions(id)).containsExactly("second-word.confirmed");
        }
    }

    @Test
    @DisplayName("of a confirmation and its proposer's taking it back at the same moment one counts, and only it")
    void confirmedOrTakenBack() {
        int confirmed = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            propose("7");
            var id = proposal();
            var answers = together(List.of(
                    () -> status(say(1, id, true)),
                    () -> status(say(0, id, false)),
                    () -> status(say(2, id, true)),
                    () -> status(say(0, id, false))));
            assertThat(answers)
                    .containsOnlyOnce(204)
                    .allMatch(it -> List.of(204, 404, 409).contains(it));
            confirmed += answers.get(0) == 204 || answers.get(2) == 204 ? 1 : 0;
            assertThat(rates()).as("round " + round).hasSize(confirmed);
            assertThat(decisions(id)).hasSize(1);
        }
    }

    private static List<Integer> together(List<Callable<Integer>> acts) {
        return Together.run(acts).stream().map(Together.Outcome::value).toList();
    }

    private List<String> decisions(UUID id) {
        return trail.about("second-word " + id, 9).stream()
                .map(it -> it.action())
                .filter(it -> !it.endsWith("proposed"))
                .toList();
    }

    private UUID proposal() {
        return jdbc.sql("select id from second_word where thing_id = ? and status = 'WAITING'")
                .param(home.id().value())
                .query(UUID.class)
                .single();
    }

    private List<Integer> rates() {
        return jdbc.sql("select basis_points from service_fee_rate where community_id = ?")
                .param(home.id().value())
                .query(Integer.class)
                .list();
    }

    private MvcTestResult propose(String percent) {
        return mvc.post()
                .uri("/operate/service-fees/{community}", home.card().shortCode())
                .param("percent", percent)
                .with(csrf())
                .with(Visitor.signedIn(as(0)))
                .exchange();
    }

    private MvcTestResult get(int who, String path) {
        return mvc.get().uri(path).with(Visitor.signedIn(as(who))).exchange();
    }

    private MvcTestResult say(int who, UUID id, boolean confirmed) {
        return mvc.put()
                .uri("/api/v1/second-words/{id}/decision", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"confirmed\":" + confirmed + "}")
                .with(Visitor.signedIn(as(who)))
                .exchange();
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }

    private SignedIn as(int who) {
        MemberId member = home.member(who);
        return new SignedIn(member, "运营", true);
    }
}
