package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import support.Jobs;
import support.Patience;
import support.Together;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.audit.AuditTrail;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.member.operators.Operators;

/** Operators among themselves, each with a browser and a program. */
@WebTest
@DisplayName("A-97 Who runs the platform is changed by two operators")
class StaffingTest {

    private static final String PAGE = "/operate/operators";
    private static final String API = "/api/v1/operators";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    Members members;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Jobs jobs;

    @Autowired
    TransactionTemplate transaction;

    private Person first;
    private Person second;

    /** Somebody, in a browser and by a program. */
    private record Person(String phone, MemberId id, Browser browser, ApiClient api) {

        MvcTestResult post(String path, Map<String, String> fields) {
            browser.get(PAGE);
            var keyed = new HashMap<>(fields);
            keyed.put("commandKey", UUID.randomUUID().toString());
            return browser.post(path, keyed);
        }

        MvcTestResult say(UUID secondWord, boolean confirmed) {
            return api.put("/api/v1/second-words/" + secondWord + "/decision", "{\"confirmed\":" + confirmed + "}");
        }

        MvcTestResult stop() {
            return api.post(API + "/" + id.value() + "/dismissal", "{\"reason\":\"搬走了\"}");
        }
    }

    @BeforeEach
    void twoRunIt() {
        first = operator();
        second = operator();
    }

    @Test
    @DisplayName(
            "somebody who has proven their phone becomes one once another operator has confirmed it, and not before")
    void becomesOneByTwoWords() {
        var newcomer = person();
        assertThat(first.post(PAGE, Map.of("phone", newcomer.phone, "reason", "管周末的班")))
                .hasRedirectedUrl(PAGE);
        var waiting = waiting(newcomer);
        assertThat(newcomer.browser.get("/operate")).hasStatus(404);
        assertThat(first.say(waiting, true)).as("one's own").hasStatus(409);
        assertThat(newcomer.say(waiting, true)).as("who is none yet").hasStatus(404);
        second.browser.get("/operate/second-words");
        assertThat(second.browser.page()).contains("任命运营人员", "管周末的班").doesNotContain(newcomer.phone);
        assertThat(second.say(waiting, true)).hasStatus(204);

        assertThat(newcomer.browser.get("/operate")).hasStatusOk();
        assertThat(acts(newcomer)).containsExactly("operator.appointed " + first.id.value() + " 管周末的班");
        assertThat(second.say(waiting, true)).hasStatus(404);
    }

    @Test
    @DisplayName("a number nobody has proven, an operator's, one that waits already and no reason are refused by name")
    void whoCannotBecomeOne() {
        var newcomer = person();
        var proven = newcomer.phone;
        assertThat(first.post(PAGE, Map.of("phone", People.anyPhone(), "reason", "同事")))
                .hasStatus(409)
                .bodyText()
                .contains("没有人验证过这个号码", "value=\"同事\"");
        assertThat(first.post(PAGE, Map.of("phone", second.phone, "reason", "同事")))
                .hasStatus(400);
        assertThat(first.post(PAGE, Map.of("phone", proven, "reason", " "))).hasStatus(400);
        assertThat(appoint(first, proven, "key-a-" + proven)).hasStatus(202);
        assertThat(appoint(second, proven, "key-b-" + proven)).hasStatus(409);
        assertThat(newcomer.api.get(API)).as("to a member").hasStatus(404);
    }

    @Test
    @DisplayName("the same key proposes once and says so")
    void theSameKeyProposesOnce() {
        var proven = person().phone;
        var answer = appoint(first, proven, "key-" + proven);
        assertThat(answer).hasStatus(202).doesNotContainHeader("Idempotent-Replayed");
        String waits = ApiClient.read(answer, "$.secondWord");
        var again = appoint(first, proven, "key-" + proven);
        assertThat(again).hasStatus(202).hasHeader("Idempotent-Replayed", "true");
        assertThat(again).bodyJson().extractingPath("$.secondWord").isEqualTo(waits);
    }

    @Test
    @DisplayName(
            "whose role another one ends has no word in it; once confirmed, all that is open of theirs ends at once")
    void theRoleEndsByTwoOthers() {
        var third = operator();
        assertThat(first.post(PAGE + "/" + third.id.value() + "/dismissal", Map.of("reason", "离职")))
                .hasRedirectedUrl(PAGE);
        var waiting = waiting(third);
        third.browser.get("/operate/second-words");
        assertThat(third.browser.page()).contains("与您本人有关").doesNotContain(waiting + "/refusal");
        assertThat(third.say(waiting, true)).hasStatus(409);
        assertThat(third.say(waiting, false)).hasStatus(409);
        assertThat(third.browser.get("/operate")).hasStatusOk();
        assertThat(second.say(waiting, true)).hasStatus(204);

        assertThat(third.browser.get("/operate")).hasHeader("Location", "/sign-in?next=%2Foperate");
        assertThat(third.api.get("/api/v1/orders")).hasStatus(401);
        assertThat(acts(third)).startsWith("operator.dismissed " + first.id.value() + " 离职");
        assertThat(second.browser.get(PAGE))
                .bodyText()
                .doesNotContain(third.id.value().toString());
    }

    @Test
    @DisplayName("where only whom it is about could confirm, the proposer reads what to do; they may take it back")
    void whereNobodyCouldConfirm() {
        onlyTheyRunIt();
        first.post(PAGE + "/" + second.id.value() + "/dismissal", Map.of("reason", "离职"));
        first.browser.get(PAGE);
        assertThat(first.browser.page()).contains("TUANJU_OPERATOR_PHONE", "解除身份等待复核");
        assertThat(first.say(waiting(second), false)).hasStatus(204);
        assertThat(acts(second)).doesNotContain("operator.dismissed");
    }

    @Test
    @DisplayName("one alone proposes, and is told how there will be somebody to confirm")
    void oneAloneIsToldWhatToDo() {
        onlyTheyRunIt();
        assertThat(second.stop()).hasStatus(204);
        var answer = appoint(first, person().phone, "key-" + first.phone);
        assertThat(answer).hasStatus(202);
        assertThat(answer).bodyJson().extractingPath("$.note").asString().contains("TUANJU_OPERATOR_PHONE");
        first.browser.get("/operate/second-words");
        assertThat(first.browser.page()).contains("没有其他运营人员能复核");
    }

    @Test
    @DisplayName("one's own role ends at once, and the last one stays, on the page, by a program, and in the table")
    void theLastOneStays() {
        onlyTheyRunIt();
        second.browser.get(PAGE);
        assertThat(second.post(PAGE + "/" + second.id.value() + "/dismissal", Map.of("reason", "搬走了")))
                .hasRedirectedUrl("/");
        assertThat(second.browser.get("/me")).hasStatus(303);
        assertThat(second.api.get("/api/v1/orders")).hasStatus(401);

        assertThat(first.stop())
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:tuanju:problem:last-operator");
        assertThatThrownBy(() -> jdbc.sql("update member set operator = false where id = ?")
                        .param(first.id.value())
                        .update())
                .hasMessageContaining("the last operator stays one");
        assertThat(first.browser.get("/operate")).hasStatusOk();
    }

    @Test
    @DisplayName("of the last two who stop at the same moment one stays")
    void ofTheLastTwoOneStays() {
        for (int round = 0; round < 6; round++) {
            twoRunIt();
            onlyTheyRunIt();
            Callable<Integer> one = () -> first.stop().getResponse().getStatus();
            Callable<Integer> other = () -> second.stop().getResponse().getStatus();
            var answers = Together.run(List.of(one, other)).stream()
                    .map(Together.Outcome::value)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(204, 409);
            assertThat(operators.all()).hasSize(1);
        }
    }

    @Test
    @DisplayName("what somebody proposed falls with their role, also when they get it back")
    void aProposalFallsWithItsProposer() {
        var newcomer = person();
        var leaving = operator();
        assertThat(appoint(leaving, newcomer.phone, "key-" + newcomer.phone)).hasStatus(202);
        var waiting = waiting(newcomer);
        takeTheRoleOf(leaving);
        assertThat(second.say(waiting, true))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:tuanju:problem:second-word-proposer-left");
        operators.appoint(leaving.id);
        assertThat(leaving.stop()).hasStatus(204);
        Patience.await().untilAsserted(() -> assertThat(status(waiting)).isEqualTo("EXPIRED"));
        operators.appoint(leaving.id);
        assertThat(second.say(waiting, true)).hasStatus(404);
        assertThat(newcomer.browser.get("/operate")).hasStatus(404);
        assertThat(appoint(first, newcomer.phone, "key-anew-" + newcomer.phone)).hasStatus(202);
    }

    @Test
    @DisplayName("a word said while its proposer stops is either in time and done, or too late and nothing")
    void aWordWhileItsProposerStops() {
        for (int round = 0; round < 6; round++) {
            var newcomer = person();
            var leaving = operator();
            appoint(leaving, newcomer.phone, "key-" + newcomer.phone);
            var waiting = waiting(newcomer);
            Callable<Integer> stop = () -> leaving.stop().getResponse().getStatus();
            Callable<Integer> word =
                    () -> second.say(waiting, true).getResponse().getStatus();
            var answers = Together.run(List.of(stop, word)).stream()
                    .map(Together.Outcome::value)
                    .toList();
            assertThat(answers.getFirst()).isEqualTo(204);
            assertThat(answers.getLast()).isIn(204, 404, 409);
            assertThat(newcomer.browser.get("/operate")).hasStatus(answers.getLast() == 204 ? 200 : 404);
        }
    }

    @Test
    @DisplayName("whose role ends while they propose leaves nothing that waits")
    void nothingWaitsOfWhoIsNone() {
        var phone = person().phone;
        var leaving = operator();
        var proposed = transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('operators', 0))")
                    .query(row -> {});
            var answer = CompletableFuture.supplyAsync(() -> appoint(leaving, phone, "key-" + phone));
            Patience.await().until(() -> answer.isDone() || somebodyWaitsForTheTurn());
            takeTheRoleOf(leaving);
            return answer;
        });
        assertThat(proposed.join()).hasStatus(404);
        assertThat(jdbc.sql("select count(*) from second_word where proposed_by = ?")
                        .param(leaving.id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private boolean somebodyWaitsForTheTurn() {
        return jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    @DisplayName("whom it is about and every operator are told who became one and who is one no more")
    void everybodyIsTold() {
        var newcomer = person();
        appoint(first, newcomer.phone, "key-" + newcomer.phone);
        assertThat(second.say(waiting(newcomer), true)).hasStatus(204);
        isTold(newcomer, "您现在是运营人员了");
        isTold(first, "现在是运营人员了。如果您不知情");
        isTold(second, "现在是运营人员了。如果您不知情");
        assertThat(newcomer.stop()).hasStatus(204);
        isTold(first, "不再是运营人员");
        isTold(second, "不再是运营人员");
    }

    @Test
    @DisplayName("A-97 the phone in a proposal that nobody confirmed in time is forgotten without a new one")
    void anOldProposalIsForgotten() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into second_word (id, kind, thing_id, fen, wanted, reason, proposed_by, proposed_at, expires_at)
                        values (:id, 'account-return', :id, 0, '13900001111', 'x', :by, now() - interval '8 days',
                            now() - interval '1 day')
                        """).param("id", id).param("by", first.id.value()).update();
        jobs.run("second-word-sweep");
        assertThat(status(id)).isEqualTo("EXPIRED");
        assertThat(jdbc.sql("select wanted from second_word where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    private static void isTold(Person who, String words) {
        Patience.await()
                .untilAsserted(() -> assertThat(who.browser.get("/me/notifications"))
                        .bodyText()
                        .contains(words));
    }

    /** As a number's new owner takes it: without a word. */
    private void takeTheRoleOf(Person person) {
        jdbc.sql("update member set operator = false where id = ?")
                .param(person.id.value())
                .update();
    }

    private String status(UUID secondWord) {
        return jdbc.sql("select status from second_word where id = ?")
                .param(secondWord)
                .query(String.class)
                .single();
    }

    private MvcTestResult appoint(Person by, String phone, String key) {
        return by.api.post(API, "{\"phone\":\"%s\",\"reason\":\"管周末的班\"}".formatted(phone), key);
    }

    private void onlyTheyRunIt() {
        jdbc.sql("update member set operator = false where operator and id not in (?, ?)")
                .params(first.id.value(), second.id.value())
                .update();
    }

    private Person operator() {
        var person = person();
        operators.appoint(person.id);
        return person;
    }

    private Person person() {
        var phone = People.anyPhone();
        var api = ApiClient.signUp(mvc, phone);
        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");
        browser.post("/sign-in/password", Map.of("phone", phone, "password", People.PASSWORD));
        return new Person(phone, members.withPhone(Phone.of(phone)).orElseThrow(), browser, api);
    }

    private UUID waiting(Person about) {
        return jdbc.sql("select id from second_word where thing_id = ? and status = 'WAITING'")
                .param(about.id.value())
                .query(UUID.class)
                .single();
    }

    private List<String> acts(Person about) {
        return trail.about("member " + about.id.value(), 5).stream()
                .map(it -> it.action() + " " + it.actor() + " " + it.detail())
                .toList();
    }
}
