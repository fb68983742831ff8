package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Residents;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.teambuy.joining.TeamOpening;

/** Carriers give a number out again: who proves it after a year is asked one thing before they see what was before. */
@WebTest
@DisplayName("W-10")
class NumberGivenOutAgainTest {

    private static final Pattern CHOICE = Pattern.compile("name=\"answer\"[^>]*value=\"([^\"]+)\"");
    private static final String LAST = "3号门";
    private static final String HELPER = "客服微信 tuanju-help";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    PickupPoints points;

    @Autowired
    TeamOpening teams;

    @Autowired
    Till till;

    @Autowired
    Residents residents;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    private MemberId former = new MemberId(new UUID(0, 0));
    private String phone = "";

    @BeforeEach
    void somebodyIsAwayForAYear() {
        var home = neighbourhoods.found(1, 2);
        IntStream.range(0, 5).forEach(it -> open(home, "驿站" + it));
        former = home.member(0);
        phone = members.contact(former).phone().digits();
        var order = teams.buyAlone(former, home.offer(), home.one()).code();
        till.pay(home, former, order);
        residents.beAway(former, 366);
    }

    @Test
    @DisplayName("whoever knows where they collected last comes in to their old orders")
    void theFormerOwnerComesBack() {
        var browser = prove();
        assertThat(browser.get("/me")).hasStatus(303);
        browser.get("/sign-in/question");
        assertThat(browser.post("/sign-in/question", Map.of("answer", LAST))).hasRedirectedUrl("/orders");
        browser.get("/orders");
        assertThat(browser.page()).contains("阳光玫瑰葡萄");
        assertThat(residents.accountOf(phone)).isEqualTo(former.value());
    }

    @Test
    @DisplayName("the choices are the same however often one asks, so that asking rules none out")
    void askingAgainTellsNothing() {
        var first = choices(prove());
        assertThat(first).hasSizeBetween(4, 6).contains(LAST);
        aMinutePasses();
        assertThat(choices(prove())).isEqualTo(first);
    }

    @Test
    @DisplayName("a wrong answer closes the old account for good, and the person begins afresh without any of it")
    void aStrangerBeginsAfresh() {
        var browser = prove();
        browser.get("/sign-in/question");
        assertThat(browser.post("/sign-in/question", Map.of("answer", "驿站0"))).hasRedirectedUrl("/sign-up/name");
        browser.get("/sign-up/name");
        assertThat(browser.page()).containsSubsequence("flash-error", "对不上", "旧账号", HELPER);
        browser.post("/sign-up/name", Map.of("name", "新号主"));

        browser.get("/orders");
        assertThat(browser.page()).doesNotContain("阳光玫瑰葡萄");
        assertThat(residents.accountOf(phone)).isNotEqualTo(former.value());
        assertThat(buyers(former))
                .as("the orders of before stay where they were")
                .isOne();
        assertThat(browser.get("/sign-in/question"))
                .as("there is no second try")
                .hasRedirectedUrl("/sign-in");
    }

    @Test
    @DisplayName("where there is nothing to ask nothing is asked, and the old account stays closed")
    void withoutAnOrderNothingIsAsked() {
        phone = Residents.anyPhone();
        former = residents.settle(phone, "没下过单");
        residents.beAway(former, 366);
        var browser = prove();
        assertThat(choices(browser)).isEmpty();
        assertThat(browser.page()).as("whom to reach before beginning afresh").contains(HELPER);
        assertThat(browser.post("/sign-in/question", Map.of())).hasRedirectedUrl("/sign-up/name");
        assertThat(jdbc.sql("select parked_at is not null from member where id = ?")
                        .param(former.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    @DisplayName("a program is asked first, and the code stays good; the table gives nothing to an account like that")
    void programsAreAskedFirst() {
        var program = ApiClient.stranger(mvc);
        var code = program.codeFor(phone);
        assertThat(signIn(program, code, null))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:tuanju:problem:answer-first");
        assertThat(signUp(program, code)).hasStatus(409);
        assertThat(members.withPhone(Phone.of(phone))).isEmpty();
    }

    @Test
    @DisplayName("a program that knows where they collected last gets in to the old orders")
    void aProgramAnswersRight() {
        var onThePage = choices(prove());
        aMinutePasses();
        var program = ApiClient.stranger(mvc);
        var code = program.codeFor(phone);
        var asked = question(program, code);
        assertThat(ApiClient.<String>read(asked, "$.question")).isNotBlank();
        assertThat(ApiClient.<List<String>>read(asked, "$.choices"))
                .isEqualTo(onThePage)
                .contains(LAST);
        var token = signIn(program, code, LAST);
        assertThat(token).hasStatus(201);
        var owner = new ApiClient(mvc, ApiClient.read(token, "$.token"), program.address());
        assertThat(ApiClient.body(owner.get("/api/v1/orders"))).contains("阳光玫瑰葡萄");
        assertThat(signIn(program, code, LAST)).as("a code is good once").hasStatus(401);
        aMinutePasses();
        assertThat(type(question(program, program.codeFor(phone)))).endsWith("nothing-asked");
    }

    @Test
    @DisplayName("a program's wrong answer closes the old account for good; the right one after it opens nothing")
    void aProgramAnswersWrong() {
        var program = ApiClient.stranger(mvc);
        var code = program.codeFor(phone);
        var wrong = signIn(program, code, "驿站0");
        assertThat(wrong).hasStatus(401);
        assertThat(type(wrong)).endsWith("wrong-answer");
        assertThat(ApiClient.body(wrong)).contains(HELPER);
        var second = signIn(program, code, LAST);
        assertThat(second).hasStatus(401);
        assertThat(type(second)).endsWith("sign-up-first");
        assertThat(signUp(program, code)).as("begins afresh with the same code").hasStatus(201);
        assertThat(residents.accountOf(phone)).isNotEqualTo(former.value());
        assertThat(buyers(former)).isOne();
    }

    @Test
    @DisplayName("an empty answer says that the number is new to them: the old account is closed, they may sign up")
    void aProgramBeginsAfresh() {
        var program = ApiClient.stranger(mvc);
        var code = program.codeFor(phone);
        assertThat(type(signIn(program, code, ""))).endsWith("sign-up-first");
        assertThat(signUp(program, code)).hasStatus(201);
        assertThat(residents.accountOf(phone)).isNotEqualTo(former.value());
    }

    @Test
    @DisplayName("only who holds the phone is asked; an answer without the code closes nothing")
    void onlyWhoHoldsThePhoneIsAsked() {
        var program = ApiClient.stranger(mvc);
        var code = program.codeFor(phone);
        var guess = code.equals("000000") ? "000001" : "000000";
        assertThat(type(question(program, guess))).endsWith("wrong-proof");
        assertThat(type(signIn(program, guess, "驿站0"))).endsWith("wrong-proof");
        assertThat(residents.accountOf(phone)).isEqualTo(former.value());
        assertThat(signIn(program, code, LAST)).hasStatus(201);
    }

    @Test
    @DisplayName("where there is nothing to ask a program is told so, and no answer opens the old account")
    void aProgramIsToldWhereThereIsNothingToAsk() {
        phone = Residents.anyPhone();
        former = residents.settle(phone, "没下过单");
        residents.beAway(former, 366);
        var program = ApiClient.stranger(mvc);
        var code = program.codeFor(phone);
        assertThat(ApiClient.<List<String>>read(question(program, code), "$.choices"))
                .isEmpty();
        assertThat(type(signIn(program, code, LAST))).endsWith("wrong-answer");
        assertThat(signUp(program, code)).hasStatus(201);
    }

    @Test
    @DisplayName("eleven months are not a year")
    void elevenMonthsAreNotAYear() {
        residents.beAway(former, 330);
        var browser = new Browser(mvc);
        assertThat(enter(browser)).isEqualTo("/orders");
    }

    private MvcTestResult question(ApiClient program, String code) {
        return program.post("/api/v1/questions", "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, code));
    }

    private MvcTestResult signIn(ApiClient program, String code, @Nullable String answer) {
        var said = answer == null ? "" : ",\"answer\":\"%s\"".formatted(answer);
        return program.post("/api/v1/tokens", "{\"phone\":\"%s\",\"code\":\"%s\"%s}".formatted(phone, code, said));
    }

    private MvcTestResult signUp(ApiClient program, String code) {
        var wanted = "{\"phone\":\"%s\",\"code\":\"%s\",\"name\":\"小李\"}".formatted(phone, code);
        return program.post("/api/v1/members", wanted);
    }

    private static String type(MvcTestResult refused) {
        return ApiClient.read(refused, "$.type");
    }

    private Browser prove() {
        var browser = new Browser(mvc);
        assertThat(enter(browser)).isEqualTo("/sign-in/question");
        return browser;
    }

    private String enter(Browser browser) {
        browser.get("/sign-in");
        browser.post("/sign-in/codes", Map.of("phone", phone, "next", "/orders"));
        browser.get("/sign-in/code");
        var answer = browser.post("/sign-in/code", Map.of("code", residents.codeTo(phone)));
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private static List<String> choices(Browser browser) {
        browser.get("/sign-in/question");
        var found = new ArrayList<String>();
        var choice = CHOICE.matcher(browser.page());
        while (choice.find()) {
            found.add(choice.group(1));
        }
        return found;
    }

    private int buyers(MemberId member) {
        return jdbc.sql("select count(*) from orders where buyer_id = ?")
                .param(member.value())
                .query(Integer.class)
                .single();
    }

    private void open(TeamNeighbourhood home, String name) {
        points.open(home.id(), home.leader(), new PickupPlace(name, "旁边", "桂花路88弄", "9:00–20:00", ""));
    }

    private void aMinutePasses() {
        jdbc.sql("delete from rate_limit where key = ?").param("code " + phone).update();
    }
}
