package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Residents;
import support.TeamNeighbourhoods;
import tuanju.WebTest;
import tuanju.audit.AuditEntry;
import tuanju.audit.AuditTrail;
import tuanju.cycle.CycleRound;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.operators.Operators;
import tuanju.teambuy.joining.TeamOpening;

/** An owner who tapped the wrong pickup point comes to an operator. */
@WebTest
@DisplayName("W-10 A parked account goes back to its owner")
class ReopeningTest {

    private static final String REASON = "出示了三张旧订单的截图";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Residents residents;

    @Autowired
    Operators operators;

    @Autowired
    AuditTrail trail;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening teams;

    @Autowired
    CycleOpening opening;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    private final String phone = Residents.anyPhone();
    private MemberId operator = new MemberId(new UUID(0, 0));
    private MemberId second = operator;
    private MemberId former = operator;
    private MemberId afresh = operator;

    @BeforeEach
    void anOwnerBeganAfresh() {
        operator = residents.settle("运营");
        operators.appoint(operator);
        second = residents.settle("另一位运营");
        operators.appoint(second);
        former = residents.settle(phone, "老主人");
        residents.beAway(former, 400);
        jdbc.sql("update member set parked_at = now() where id = ?")
                .param(former.value())
                .update();
        afresh = residents.settle(phone, "新开的");
    }

    @Test
    @DisplayName("by a code to the number they have, and what that number opened is closed in exchange")
    void opensByACode() {
        assertThat(mvc.get().uri("/operate/accounts").with(DoorWorld.as(operator)))
                .bodyText()
                .contains("老主人", "归还")
                .doesNotContain(phone);
        var afreshAtHome = enter("新开的");
        assertThat(giveBack(phone, REASON, "true")).hasRedirectedUrl("/operate/accounts");

        assertThat(residents.accountOf(phone)).isEqualTo(former.value());
        assertThat(afreshAtHome.get("/me")).as("nobody stays signed in").hasStatus(303);
        enter("老主人");
        assertThat(acts(former)).containsExactly(Tuple.tuple("member.given-back", operator.value(), REASON));
        assertThat(acts(afresh)).containsExactly(Tuple.tuple("member.exchanged", operator.value(), ""));
    }

    @Test
    @DisplayName(
            "A-97 not by one operator's word: it waits for another, and the number it waits with is forgotten then")
    void needsTwoOperators() {
        assertThat(propose(phone, REASON, "true")).hasRedirectedUrl("/operate/accounts");
        assertThat(residents.accountOf(phone)).isEqualTo(afresh.value());
        assertThat(propose(phone, REASON, "true")).hasRedirectedUrl("/operate/accounts");
        assertThat(found("老主")).contains("等待复核").doesNotContain(former.value() + "/return");
        assertThat(mvc.get().uri("/operate/second-words").with(DoorWorld.as(second)))
                .bodyText()
                .contains("老主人", "归还停用的账号", REASON, "→ " + phone.substring(0, 3) + "****")
                .doesNotContain(phone);
        confirm();
        assertThat(residents.accountOf(phone)).isEqualTo(former.value());
        assertThat(jdbc.sql("select count(*) from second_word where strpos(second_word::text, ?) > 0")
                        .param(phone)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName(
            "and what the other account has under way is said before it is closed, and stands beside it afterwards")
    void whatIsUnderWayIsSaid() {
        var home = neighbourhoods.found(1, 2);
        teams.buyAlone(afresh, home.offer(), home.one());

        assertThat(giveBack(phone, REASON, "true")).hasStatus(400).bodyText().contains("1 个订单或团没办完", "name=\"evenSo\"");
        assertThat(residents.accountOf(phone)).isEqualTo(afresh.value());

        giveBack(phone, REASON, "true", "evenSo", "true");
        assertThat(residents.accountOf(phone)).isEqualTo(former.value());
        assertThat(found("新开的")).contains("还有 1 个订单或团没办完");
    }

    @Test
    @DisplayName("nor is a leader's account closed in exchange without a word about their cycle")
    void aLeadersCycleIsUnderWay() {
        var home = neighbourhoods.found(1, 2);
        opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        var leaders = members.contact(home.leader()).phone().digits();

        assertThat(giveBack(leaders, REASON, "true")).hasStatus(400).bodyText().contains("1 个订单或团没办完");
        assertThat(residents.accountOf(leaders)).isEqualTo(home.leader().value());
    }

    @Test
    @DisplayName(
            "A-07 a session that began while all of them were ended is over at the next request, on open pages too")
    void aSessionThatBeganMeanwhileIsOver() {
        var late = enter("新开的");
        jdbc.sql("update member set parked_at = now() where id = ?")
                .param(afresh.value())
                .update();

        assertThat(late.get("/orders")).hasStatus(303);
        assertThat(late.get("/")).hasStatusOk();
        assertThat(late.page()).doesNotContain("新开的");
    }

    @Test
    @DisplayName("also to another number, and to one that nobody has yet; what the old number opens stays as it is")
    void opensByAnotherNumber() {
        var other = Residents.anyPhone();
        giveBack(other, REASON, "true");
        assertThat(residents.accountOf(other)).isEqualTo(former.value());
        assertThat(residents.accountOf(phone)).isEqualTo(afresh.value());
    }

    @Test
    @DisplayName("a mistake is put right the same way, and a second tap finds nothing to give back")
    void aMistakeIsPutRight() {
        giveBack(phone, REASON, "true");
        assertThat(giveBack(phone, REASON, "true")).hasStatus(404);
        former = afresh;
        giveBack(phone, "认错人了", "true");
        assertThat(residents.accountOf(phone)).isEqualTo(afresh.value());
    }

    @ParameterizedTest
    @CsvSource({"'', true", "' ', true", "出示截图, false"})
    @DisplayName("not without a reason in words, nor without the operator's word that they are sure")
    void notWithoutAReason(String reason, String sure) {
        var answer = giveBack(phone, reason, sure);
        assertThat(answer).hasStatus(400).bodyText().as("what was typed").contains("value=\"" + phone + "\"", "open");
        assertThat(residents.accountOf(phone)).isEqualTo(afresh.value());
    }

    @Test
    @DisplayName("and is found by name or by the last digits of its number")
    void isFoundByNameOrDigits() {
        assertThat(found("老主")).contains("老主人");
        assertThat(found(phone.substring(7))).contains("老主人");
        assertThat(found("查无此人")).doesNotContain("老主人").contains("没有找到");
        assertThat(found("%")).doesNotContain("老主人");
    }

    @Test
    @DisplayName("never in exchange for an operator's account")
    void neverForAnOperators() {
        operators.appoint(afresh);
        giveBack(phone, REASON, "true");
        assertThat(residents.accountOf(phone)).isEqualTo(afresh.value());
    }

    private String found(String words) {
        var answer = mvc.get()
                .uri("/operate/accounts")
                .param("q", words)
                .with(DoorWorld.as(operator))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** By the word of one operator and then of another. */
    private MvcTestResult giveBack(String to, String reason, String sure, String... more) {
        var proposed = propose(to, reason, sure, more);
        confirm();
        return proposed;
    }

    private void confirm() {
        jdbc.sql("select id from second_word where thing_id = ? and status = 'WAITING'")
                .param(former.value())
                .query(UUID.class)
                .optional()
                .ifPresent(it -> assertThat(mvc.post()
                                .uri("/operate/second-words/{id}/confirmation", it)
                                .param("commandKey", "key-" + it)
                                .with(DoorWorld.as(second))
                                .with(csrf()))
                        .hasRedirectedUrl("/operate/second-words"));
    }

    private MvcTestResult propose(String to, String reason, String sure, String... more) {
        var request = mvc.post()
                .uri("/operate/accounts/{id}/return", former.value())
                .with(DoorWorld.as(operator))
                .with(csrf())
                .param("commandKey", UUID.randomUUID().toString())
                .param("phone", to)
                .param("reason", reason)
                .param("sure", sure);
        return (more.length == 0 ? request : request.param(more[0], more[1])).exchange();
    }

    /** By a code to the number, and their name is on their page. */
    private Browser enter(String name) {
        jdbc.sql("delete from rate_limit where key = ?").param("code " + phone).update();
        var browser = new Browser(mvc);
        browser.get("/sign-in");
        browser.post("/sign-in/codes", Map.of("phone", phone, "next", "/orders"));
        browser.get("/sign-in/code");
        browser.post("/sign-in/code", Map.of("code", residents.codeTo(phone)));
        browser.get("/me");
        assertThat(browser.page()).contains(name);
        return browser;
    }

    private List<Tuple> acts(MemberId about) {
        return trail.about("member " + about.value(), 5).stream()
                .map((AuditEntry it) -> Tuple.tuple(it.action(), it.actor(), it.detail()))
                .toList();
    }
}
