package tuanju.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import support.Visitor;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Code;
import tuanju.consent.Consents;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.note.NoteDraft;
import tuanju.note.NoteWriting;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.CalledOff;

@WebTest
@DisplayName("From note to order: read, opened, ordered, paid, and what its author sees of it")
class FromNoteToOrderTest {

    private static final String PHONE = "Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    NoteWriting writing;

    @Autowired
    tuanju.membership.Memberships memberships;

    @Autowired
    Consents consents;

    @Autowired
    CalledOff calledOff;

    @Autowired
    Till till;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TeamNeighbourhood home;
    private MemberId author;
    private MemberId buyer;
    private String visit;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(3, 2);
        author = home.member(0);
        buyer = home.member(1);
        home.members().forEach(it -> memberships.join(it, home.id()));
        visit = "notes-" + home.card().shortCode();
    }

    @Test
    @DisplayName(
            "a read, an opened card and a paid order stand on the author's page; what goes back later is taken back")
    void theWholeWay() {
        var note = written("番茄真甜", home.offer());
        var jar = new Jar(buyer);
        assertThat(jar.get("/n/" + note)).contains("/o/" + home.offer() + "?via=" + note, "data-read=");
        jar.read(note);
        jar.read(note);
        jar.get("/o/" + home.offer() + "?via=" + note);
        jar.get("/o/" + home.offer() + "?via=" + note);
        var order = jar.buy();
        var placed = results();
        assertThat(ApiClient.<Integer>read(placed, "$.items[0].reads")).isEqualTo(1);
        assertThat(ApiClient.<Integer>read(placed, "$.items[0].clicks")).isEqualTo(1);
        assertThat(ApiClient.<Integer>read(placed, "$.items[0].orders")).isEqualTo(1);
        assertThat(ApiClient.<Integer>read(placed, "$.items[0].paidOrders")).isZero();

        till.receive(home.id(), order, home.leader());
        var paid = results();
        assertThat(ApiClient.<Integer>read(paid, "$.items[0].paidOrders")).isEqualTo(1);
        assertThat(fen(paid, "lastFen")).isEqualTo(TeamNeighbourhoods.TEAM_FEN + 12_10);
        assertThat(ApiClient.<String>read(paid, "$.items[0].sharedOrders")).isEqualTo("1.00");
        assertThat(ApiClient.<@Nullable Object>read(paid, "$.items[0].rate"))
                .as("of one reader nothing can be said")
                .isNull();
        assertThat(new Jar(author).get("/me/notes/results"))
                .contains("番茄真甜", "还太早，n = 1")
                .doesNotContain(buyer.value().toString());

        back(order);
        var gone = results();
        assertThat(fen(gone, "lastFen")).isZero();
        assertThat(fen(gone, "sharedFen")).isZero();
        assertThat(ApiClient.<Integer>read(gone, "$.items[0].orders")).isEqualTo(1);
    }

    @Test
    @DisplayName("two notes share an order equally and the last one has it by last touch; others' notes have nothing")
    void twoNotesShare() {
        var first = written("先看的", home.offer());
        var second = written("后看的", home.offer());
        var other = written("没写这个", null);
        var jar = new Jar(buyer);
        jar.read(first);
        jar.read(other);
        jar.later();
        jar.read(second);
        till.receive(home.id(), jar.buy(), home.leader());
        var byCode = byCode(results());
        assertThat(byCode.get(first).get("sharedOrders")).isEqualTo("0.50");
        assertThat(byCode.get(second).get("sharedOrders")).isEqualTo("0.50");
        assertThat(byCode.get(first).get("lastOrders")).isEqualTo(0);
        assertThat(byCode.get(second).get("lastOrders")).isEqualTo(1);
        assertThat(byCode.get(other).get("orders"))
                .as("not about what was ordered")
                .isEqualTo(0);
        assertThat((int) byCode.get(first).get("sharedFen")
                        + (int) byCode.get(second).get("sharedFen"))
                .isEqualTo((int) (TeamNeighbourhoods.TEAM_FEN + 12_10));
    }

    @Test
    @DisplayName("trails that are shuffled among buyers of other things, or come from elsewhere, earn nothing")
    void shuffledTrailsEarnNothing() {
        var elsewhere = neighbourhoods.found(1, 2);
        memberships.join(elsewhere.member(0), elsewhere.id());
        var there = writing.write(elsewhere.member(0), draft(elsewhere.card().shortCode(), "别处的", elsewhere.offer()));
        var jar = new Jar(buyer);
        jar.read(there);
        jar.put(visit, there + "-3-" + Long.toString(System.currentTimeMillis() / 60_000, 36));
        jar.put("notes-" + elsewhere.card().shortCode(), "garbage.-.-.x");
        jar.buy();
        assertThat(jdbc.sql("select count(*) from order_notes where community_id in (?, ?)")
                        .params(home.id().value(), elsewhere.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("the author is no reader and no buyer of their own note")
    void theAuthorIsNobody() {
        var note = written("自己的", home.offer());
        var jar = new Jar(author);
        jar.read(note);
        jar.get("/o/" + home.offer() + "?via=" + note);
        jar.put(visit, note + "-3-" + Long.toString(System.currentTimeMillis() / 60_000, 36));
        jar.buy();
        var found = results();
        for (var number : List.of("reads", "clicks", "orders")) {
            assertThat(ApiClient.<Integer>read(found, "$.items[0]." + number))
                    .as(number)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Googlebot/2.1", "facebookexternalhit/1.1", "curl/8.5"})
    void robotsAreNobody(String robot) {
        var note = written("机器人", home.offer());
        var jar = new Jar(null);
        jar.agent = robot;
        jar.read(note);
        jar.get("/o/" + home.offer() + "?via=" + note);
        assertThat(ApiClient.<Integer>read(results(), "$.items[0].reads")).isZero();
        assertThat(ApiClient.<Integer>read(results(), "$.items[0].clicks")).isZero();
    }

    @Test
    @DisplayName("a member on two devices and by a program is one reader a day; a stranger is one a visit")
    void onceADay() {
        var note = written("一天一次", home.offer());
        new Jar(buyer).read(note);
        new Jar(buyer).read(note);
        assertThat(ApiClient.<Integer>read(results(), "$.items[0].reads")).isEqualTo(1);
        jdbc.sql("update note_reader set day = day - 1 where note_code = ?")
                .param(note.value())
                .update();
        new Jar(buyer).read(note);
        assertThat(ApiClient.<Integer>read(results(), "$.items[0].reads")).isEqualTo(2);
        var stranger = new Jar(null);
        stranger.read(note);
        stranger.read(note);
        assertThat(ApiClient.<Integer>read(results(), "$.items[0].reads")).isEqualTo(3);
    }

    @Test
    @DisplayName(
            "whoever throws their cookies away is counted in measure, and somebody signed in is counted all the same")
    void inMeasure() {
        var note = written("刷不上去", home.offer());
        for (int i = 0; i < 30; i++) {
            new Jar(null).read(note);
        }
        assertThat(ApiClient.<Integer>read(results(), "$.items[0].reads")).isEqualTo(20);
        new Jar(buyer).read(note);
        assertThat(ApiClient.<Integer>read(results(), "$.items[0].reads")).isEqualTo(21);
    }

    @Test
    @DisplayName("a card without a page of its own leads nowhere, not to the note again")
    void aCardWithoutAPage() {
        var product = jdbc.sql("select code from product where community_id = ? limit 1")
                .param(home.id().value())
                .query(String.class)
                .single();
        var card = new NoteDraft.CardName(tuanju.card.CardRef.Kind.PRODUCT, product);
        var note = writing.write(
                author,
                new NoteDraft(
                        home.card().shortCode(), "商品", "真甜", List.of(), List.of(), List.of(card), "PUBLIC", null));
        assertThat(new Jar(buyer).get("/n/" + note)).contains("data-state=").doesNotContain("href=\"?via=");
    }

    @Test
    @DisplayName("V-01 the trail is kept for seven days only by who consented, and is gone when they take it back")
    void keptWithConsentOnly() {
        var note = written("同意才记", home.offer());
        var jar = new Jar(buyer);
        jar.read(note);
        assertThat(jar.cookies.get(visit).getMaxAge()).isNegative();
        consents.give(buyer, "link-memory");
        jar.read(note);
        assertThat(jar.cookies.get("kept-" + visit).getMaxAge()).isEqualTo(7 * 86_400);
        assertThat(jar.cookies).doesNotContainKey(visit);
        consents.withdraw(buyer, "link-memory");
        var kept = jar.cookies.get("kept-" + visit);
        jar.get("/n/" + note);
        assertThat(jar.cookies).doesNotContainKey("kept-" + visit);
        jar.cookies.put("kept-" + visit, kept);
        jar.buy();
        assertThat(ApiClient.<Integer>read(results(), "$.items[0].orders")).isZero();
    }

    @Test
    @DisplayName("a note that somebody may not see is not there to be read, and another site's script is no reader")
    void notForEverybody() {
        var note = written("只给成员", home.offer());
        jdbc.sql("update note set visible_from = 0 where code = ?")
                .param(note.value())
                .update();
        assertThat(new Jar(null).send("/n/" + note + "/reads", Map.of())).hasStatus(404);
        jdbc.sql("update note set visible_from = null where code = ?")
                .param(note.value())
                .update();
        mvc.post()
                .uri("/n/" + note + "/reads")
                .header("User-Agent", PHONE)
                .header("Sec-Fetch-Site", "cross-site")
                .exchange();
        assertThat(ApiClient.<Integer>read(results(), "$.items[0].reads")).isZero();
    }

    private Code written(String title, @Nullable Code offer) {
        return writing.write(author, draft(home.card().shortCode(), title, offer));
    }

    private static NoteDraft draft(String community, String title, @Nullable Code offer) {
        var cards = offer == null
                ? List.<NoteDraft.CardName>of()
                : List.of(new NoteDraft.CardName(tuanju.card.CardRef.Kind.OFFER, offer.value()));
        return new NoteDraft(community, title, "真甜", List.of(), List.of("番茄"), cards, "PUBLIC", null);
    }

    /** All of it goes back. */
    private void back(Code order) {
        transaction.executeWithoutResult(status -> calledOff.whole(
                home.id(),
                new OrderId(till.idOf(order)),
                AdjustmentKind.CANCELLED,
                new OrderChange(null, "cancelled")));
    }

    private MvcTestResult results() {
        return mvc.get()
                .uri("/api/v1/me/note-results")
                .with(Visitor.signedIn(new SignedIn(author, "小李", false, null)))
                .exchange();
    }

    private static int fen(MvcTestResult results, String which) {
        return read(results, "$.items[0]." + which);
    }

    private static Map<Code, Map<String, Object>> byCode(MvcTestResult results) {
        var byCode = new LinkedHashMap<Code, Map<String, Object>>();
        List<Map<String, Object>> items = read(results, "$.items");
        items.forEach(it -> byCode.put(new Code((String) it.get("name")), it));
        return byCode;
    }

    /** Somebody's browser with what it keeps. */
    private final class Jar {

        private final @Nullable MemberId who;
        private final Map<String, Cookie> cookies = new LinkedHashMap<>();
        private String agent = PHONE;

        private Jar(@Nullable MemberId who) {
            this.who = who;
        }

        private void put(String name, String value) {
            cookies.put(name, new Cookie(name, value));
        }

        /** What is in the trail is some minutes old now. */
        private void later() {
            cookies.replaceAll((name, it) -> new Cookie(
                    name,
                    Arrays.stream(it.getValue().split("\\."))
                            .map(step -> step.substring(0, step.lastIndexOf('-') + 1)
                                    + Long.toString(
                                            Long.parseLong(step.substring(step.lastIndexOf('-') + 1), 36) - 5, 36))
                            .reduce((one, other) -> one + "." + other)
                            .orElse("")));
        }

        private void read(Code note) {
            assertThat(send("/n/" + note + "/reads", Map.of())).hasStatus(204);
        }

        private String get(String uri) {
            var request = mvc.get()
                    .uri(uri)
                    .header("User-Agent", agent)
                    .header("Accept", "text/html")
                    .header("Accept-Language", "zh-CN");
            cookies.values().forEach(request::cookie);
            return body(kept((who == null ? request : request.with(signedIn(who))).exchange()));
        }

        private MvcTestResult send(String uri, Map<String, String> fields) {
            var request = mvc.post().uri(uri).header("User-Agent", agent).with(csrf());
            fields.forEach(request::param);
            cookies.values().forEach(request::cookie);
            return kept((who == null ? request : request.with(signedIn(who))).exchange());
        }

        private Code buy() {
            var sent = send(
                    "/o/" + home.offer() + "/orders",
                    Map.of(
                            "quantity",
                            "1",
                            "point",
                            home.point().id().toString(),
                            "provider",
                            "offline",
                            "commandKey",
                            UUID.randomUUID().toString()));
            assertThat(sent).hasStatus3xxRedirection();
            return jdbc.sql("select code from orders where community_id = ? and buyer_id = ? order by id desc limit 1")
                    .params(
                            home.id().value(),
                            java.util.Objects.requireNonNull(who).value())
                    .query((row, number) -> new Code(row.getString(1)))
                    .single();
        }

        private MvcTestResult kept(MvcTestResult result) {
            for (var cookie : result.getResponse().getCookies()) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie);
                }
            }
            return result;
        }

        private static org.springframework.test.web.servlet.request.RequestPostProcessor signedIn(MemberId member) {
            return Visitor.signedIn(new SignedIn(member, "小李", false, null));
        }
    }
}
