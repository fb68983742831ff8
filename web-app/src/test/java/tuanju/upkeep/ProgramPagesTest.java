package tuanju.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.WebTest;
import tuanju.audit.AuditTrail;
import tuanju.community.Code;
import tuanju.invariant.InvariantCheck;
import tuanju.invariant.InvariantWatch;
import tuanju.invariant.Invariants;
import tuanju.invariant.MoneyHalt;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.outbox.Outbox;
import tuanju.outbox.StuckEvents;
import tuanju.payment.Refunds;
import tuanju.teambuy.joining.TeamOpening;

@WebTest
@DisplayName("W-07 An operator reads how the program is")
class ProgramPagesTest {

    private static final String NOBODY = "tuanju.insight.Nobody.on(tuanju.order.OrderPaid)";
    private static final String BALANCES = "I-L3 Every cached balance is the sum of its entries";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    TeamOpening opening;

    @Autowired
    Refunds refunds;

    @Autowired
    Operators operators;

    @Autowired
    InvariantWatch watch;

    @Autowired
    MoneyHalt halt;

    @Autowired
    StuckEvents stuck;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private MemberId operator;
    private Code order;
    private long offBy;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(2, 2);
        operator = home.member(1);
        operators.appoint(operator);
        order = opening.buyAlone(home.member(0), home.offer(), home.one()).code();
        till.pay(home, home.member(0), order);
        watch.look(BALANCES);
    }

    @AfterEach
    void putRight() {
        balanceIsOffBy(-offBy);
        watch.look(BALANCES);
    }

    @Test
    @DisplayName("calm while all is well, part by part, without a secret")
    void calmWhileAllIsWell() {
        var page = seen("/operate/program");
        assertThat(page)
                .contains("运行状况", "绝不该发生的事", "任务和期限", "refund-outbox", "数据库连接", "请求入口", "磁盘", "PostgreSQL")
                .doesNotContain("没有及时回应", "password", "secret");
        assertThat(seen("/operate/program/now")).startsWith("<div").contains("refund-outbox");
        assertThat(seen("/operate")).contains("href=\"/operate/program\"");
    }

    @Test
    @DisplayName("a claim about money that is broken is the first thing on the dashboard, and whoever waits is told")
    void brokenMoneyIsTheFirstThing() {
        var id = new OrderId(till.idOf(order)).value();
        balanceIsOffBy(3);
        watch.look(BALANCES);
        transaction.executeWithoutResult(status -> {
            refunds.request(home.id(), id, Money.ofFen(100), "goodwill", "1");
            complaintWaits(id);
            assertThat(seen("/operate"))
                    .containsSubsequence("退款已暂停", "/operate/program#invariants", "件售后等您答复", "/operate/complaints")
                    .doesNotContain("一切正常");
            assertThat(seen("/orders/" + order.value(), home.member(0))).contains("核对完之前暂不发出退款");
            assertThat(seen("/lead/money", home.leader())).contains("核对完之前暂不发出退款");
            status.setRollbackOnly();
        });
        assertThat(seen("/operate/program"))
                .containsSubsequence(
                        "退款已暂停",
                        "I-L3",
                        "每个余额都等于其分录之和",
                        "在此期间不发出退款",
                        home.id().value().toString(),
                        "放行");
        assertThat(seen("/operate/exceptions")).contains("退款已暂停");
    }

    @Test
    @DisplayName("every claim is said in both languages, in English as its statement says it")
    void everyClaimIsSaidInBothLanguages() {
        assertThat(Invariants.claims().stream().map(InvariantCheck::keyOf))
                .hasSizeGreaterThan(70)
                .doesNotHaveDuplicates();
        assertThat(Invariants.claims()).allSatisfy(claim -> {
            var key = InvariantCheck.keyOf(claim);
            assertThat(claim).endsWith(" " + messages.getMessage(key, null, Locale.ENGLISH));
            assertThat(messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE))
                    .containsPattern("\\p{IsHan}{4}");
        });
    }

    @Test
    @DisplayName("W-28 a complaint that waits is the first thing said, and nothing is quiet")
    void aComplaintThatWaitsIsSaid() {
        transaction.executeWithoutResult(status -> {
            complaintWaits(UUID.randomUUID());
            assertThat(seen("/operate"))
                    .contains("件售后等您答复", "href=\"/operate/complaints\"")
                    .doesNotContain("一切正常");
            status.setRollbackOnly();
        });
    }

    @Test
    @DisplayName("money goes on once an operator says why, and that stays on record")
    void moneyGoesOnWithAReason() {
        balanceIsOffBy(3);
        watch.look(BALANCES);
        post("/operate/program/releases", Map.of("reason", " "));
        assertThat(halt.isOn()).isTrue();

        post("/operate/program/releases", Map.of("reason", "已和银行核对"));
        assertThat(halt.isOn()).isFalse();
        assertThat(trail.about("invariant I-L3", 1)).singleElement().satisfies(it -> {
            assertThat(it.action()).isEqualTo("money.released");
            assertThat(it.actor()).isEqualTo(operator.value());
            assertThat(it.detail()).isEqualTo("已和银行核对");
        });
        assertThat(seen("/operate/program")).contains("已和银行核对").doesNotContain("退款已暂停");

        balanceIsOffBy(-3);
        post("/operate/program/looks", Map.of());
        assertThat(watch.checks())
                .filteredOn(it -> it.claim().equals(BALANCES))
                .noneMatch(it -> it.isBroken() || it.releasedAt() != null);
    }

    @Test
    @DisplayName("W-02 what was set aside is shown with what it is and why, tried again or given up, both on record")
    void whatWasSetAsideIsShown() {
        var event = setAside();
        assertThat(seen("/operate")).contains("件事程序里有一处还没处理好", "/operate/program#outbox");
        assertThat(seen("/operate/program")).containsSubsequence("读不出来", "order.OrderPaid", "insight.Recording.on");

        act("/operate/program/events/" + event + "/removal");
        assertThat(jdbc.sql("select count(*) from event_publication where id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(trail.about("event " + event, 1))
                .singleElement()
                .satisfies(it -> assertThat(it.action()).isEqualTo("event.dropped"));

        var again = setAside();
        act("/operate/program/events/" + again + "/tries");
        assertThat(trail.about("event " + again, 1))
                .singleElement()
                .satisfies(it -> assertThat(it.action()).isEqualTo("event.tried"));
        jdbc.sql("delete from event_publication where id = ?").param(again).update();
    }

    @Test
    @DisplayName(
            "W-03 of hundreds that are stuck each kind says how many, what still fails first, and all of it is helped at once")
    void hundredsAreHelpedByKind() {
        manySetAside(520);
        manyFail(20);
        assertThat(seen("/operate/program"))
                .containsSubsequence("件，分", "一直失败", "上次尝试", "全部再试（20 件）", "读不出来", "全部再试（520 件）");
        var aside = kind(520);
        var second = after(seen("/operate/program/kinds/" + aside));
        assertThat(seen("/operate/program/kinds/" + aside)).contains("共 520 件，这一页 20 件");
        assertThat(seen("/operate/program/kinds/" + aside + second)).contains("下一页", "回到第一页");

        var failing = kind(20);
        act("/operate/program/kinds/" + failing + "/rest");
        assertThat(stuck.kind(failing)).as("none of them is tried any more").isEmpty();
        assertThat(trail.about("event " + failing, 1)).singleElement().satisfies(it -> {
            assertThat(it.action()).isEqualTo("events.set-aside");
            assertThat(it.detail()).startsWith("20 × tuanju.order.OrderPaid");
        });
        act("/operate/program/kinds/" + kind(20) + "/tries");
        assertThat(stuck.kinds())
                .as("tried again, all of them")
                .noneMatch(it -> it.setAside() == Outbox.Reason.BY_HAND);

        act("/operate/program/kinds/" + aside + "/removal");
        assertThat(stuck.kind(aside)).isEmpty();
        jdbc.sql("delete from event_publication where listener_id = ?")
                .param(NOBODY)
                .update();
    }

    @Test
    @DisplayName("a part that does not answer says so, and hides no other")
    void aPartThatDoesNotAnswerHidesNoOther() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table scheduled_tasks in access exclusive mode").update();
            assertThat(seen("/operate/program"))
                    .containsSubsequence("任务没有回应", "绝不该发生的事", "没有及时回应", "数据库连接", "PostgreSQL");
            status.setRollbackOnly();
        });
    }

    private void balanceIsOffBy(long fen) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(
                            "update ledger_account set balance_fen = balance_fen + ? where owner = ? and kind = 'CUSTOMER_FUNDS'")
                    .params(fen, home.id().value())
                    .update();
        });
        offBy += fen;
    }

    private void complaintWaits(UUID order) {
        jdbc.sql("""
                        insert into complaint (community_id, id, order_id, order_code, product_name, spec, kind, pieces,
                            asked_fen, reported_by, status)
                        values (?, ?, ?, 'T0000000000000', '番茄', '5斤', 'SHORT', 1, 100, ?, 'WAITING')
                        """)
                .params(
                        home.id().value(),
                        UUID.randomUUID(),
                        order,
                        home.member(0).value())
                .update();
    }

    private UUID setAside() {
        return jdbc.sql("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date,
                            set_aside)
                        values (gen_random_uuid(), 'tuanju.insight.Recording.on(tuanju.order.OrderPaid)',
                            'tuanju.order.OrderPaid', '{', now(), 'UNREADABLE')
                        returning id
                        """).query(UUID.class).single();
    }

    private void manySetAside(int many) {
        jdbc.sql("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date,
                            set_aside)
                        select gen_random_uuid(), ?, 'tuanju.order.OrderPaid', '{', now(), 'UNREADABLE'
                        from generate_series(1, ?)
                        """).params(NOBODY, many).update();
    }

    /** Not due for an hour, so that nobody tries them while the test looks. */
    private void manyFail(int many) {
        jdbc.sql("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date,
                            subject, failures, tried_at, last_error, due_at)
                        select gen_random_uuid(), ?, 'tuanju.order.OrderPaid', '{', now(), gen_random_uuid(), 7, now(), 'java.io.IOException',
                            now() + interval '1 hour'
                        from generate_series(1, ?)
                        """).params(NOBODY, many).update();
    }

    private UUID kind(int many) {
        return stuck.kinds().stream()
                .filter(it -> it.many() == many && it.listener().equals(NOBODY))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String after(String page) {
        var next = Pattern.compile("[?]after=\\d+").matcher(page);
        assertThat(next.find()).as("a next page").isTrue();
        return next.group();
    }

    private void act(String path) {
        assertThat(mvc.post().uri(path).with(csrf()).with(as(operator)).exchange())
                .as(path)
                .hasStatus3xxRedirection();
    }

    private void post(String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).param("claim", BALANCES);
        fields.forEach(request::param);
        var answer = request.with(csrf()).with(as(operator)).exchange();
        assertThat(answer).as(path).hasStatus3xxRedirection();
    }

    private String seen(String path) {
        return seen(path, operator);
    }

    private String seen(String path, MemberId who) {
        var answer = mvc.get().uri(path).locale(Locale.CHINA).with(as(who)).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor as(MemberId who) {
        return authentication(new UsernamePasswordAuthenticationToken(new SignedIn(who, "小李", false), null, List.of()));
    }
}
