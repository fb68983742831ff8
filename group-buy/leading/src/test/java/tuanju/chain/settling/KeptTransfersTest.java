package tuanju.chain.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Statements;
import support.Visitor;
import tools.jackson.databind.json.JsonMapper;
import tuanju.chain.ChainOrders;
import tuanju.chain.ChainPaste;
import tuanju.chain.ChainSettings;
import tuanju.chain.ChainTaking;
import tuanju.chain.Forgetting;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.SignedIn;
import tuanju.order.OrderId;
import tuanju.order.dues.Dues;
import tuanju.order.dues.TakenByHand;

/** W-21: what a pasted text of transfers costs, what it marks, what is taken back with it, and when its names end. */
@ModuleTest
class KeptTransfersTest {

    private static final String NAMES = "零甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒盈昃列张";

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private ChainTaking lists;

    @Autowired
    private ChainOrders guests;

    @Autowired
    private TransferTaking transfers;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private TransferRows rows;

    @Autowired
    private ChainSettings settings;

    @Autowired
    private TakenByHand taken;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JsonMapper json;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void openACycle() {
        home = neighbourhoods.found(1);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
    }

    @Test
    void aPasteAsksTheDatabaseAsOftenForThirtyTransfersAsForThree() {
        orders(1, 33);
        var few = statements.ofThisThread(() -> paste(1, 3));

        var many = statements.ofThisThread(() -> paste(4, 33));

        assertThat(many).isEqualTo(few).hasSizeLessThan(25);
        assertThat(open()).isZero();
    }

    @Test
    void undoingAllAsksTheDatabaseAsOftenForThirtyTransfersAsForThree() {
        orders(1, 33);
        var three = paste(1, 3);
        var thirty = paste(4, 33);
        var few = statements.ofThisThread(() -> transfers.undo(home.leader(), cycle.code(), three));

        var many = statements.ofThisThread(() -> transfers.undo(home.leader(), cycle.code(), thirty));

        assertThat(many).isEqualTo(few).hasSizeLessThan(15);
        assertThat(open()).isEqualTo(33);
    }

    @Test
    void undoingOneTransferTakesBackOnlyWhatItMarked() {
        orders(1, 1);
        var list = paste(1, 1);
        take("1. 邻居甲 1-501 鸡蛋3");
        tick("邻居甲");
        assertThat(dues("邻居甲").toLeader()).hasToString("¥89.70");

        undo(list);

        assertThat(dues("邻居甲").toLeader()).hasToString("¥59.80");
        assertThat(dues("邻居甲").open()).hasToString("¥29.90");
    }

    @Test
    void moneyThatWentOnToTheirNextOrderIsTakenBackThere() {
        orders(1, 1);
        var list = paste(1, 1);
        take("邻居甲 不要了");
        take("1. 邻居甲 1-501 鸡蛋2");
        assertThat(dues("邻居甲").toLeader()).hasToString("¥29.90");

        undo(list);

        assertThat(dues("邻居甲").open()).hasToString("¥59.80");
    }

    @Test
    void aTransferPaysNobodyAnyMoreOnceItsOrderIsUnticked() throws Exception {
        orders(1, 1);
        var list = paste(1, 1);

        asLeader(post(
                                "/lead/cycles/{code}/guests/{guest}/payment",
                                cycle.code(),
                                guest("邻居甲").id())
                        .param("paid", "false"))
                .andExpect(status().is3xxRedirection());

        var view = transfers.view(cycle, list);
        assertThat(view.noted()).isEmpty();
        assertThat(view.asked()).hasSize(1);
    }

    @Test
    void whatIsMadeHasAPlaceToLookAt() throws Exception {
        orders(1, 2);
        var url = "/api/v1/cycles/" + cycle.code() + "/transfers";
        var made = asLeader(json(url, Map.of("text", "邻居甲 29.90 11-27 12:01\n谁 29.90 11-27 12:02")))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        var place = String.valueOf(made.getHeader("Location"));
        var asked = json.readTree(made.getContentAsString()).get("asked").get(0);

        asLeader(get(place))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.noted.length()").value(1));
        var use = asLeader(json(
                        place + "/uses",
                        Map.of(
                                "transfer", asked.get("transfer").get("id").asString(),
                                "guest", asked.get("choices").get(0).get("id").asString())))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", containsString(place + "/uses/")))
                .andReturn()
                .getResponse();
        asLeader(get(String.valueOf(use.getHeader("Location"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.byHand").value(true));
    }

    @Test
    void namesEndSomeTimeAfterPickupAndWhoPaidStays() throws Exception {
        orders(1, 1);
        var text = "邻居甲 29.90 11-27 12:01 门口\n路人 5.00 11-27 12:04\n谁 转了";
        var list = transfers.paste(home.leader(), cycle.code(), new TransferPaste(text));
        forget(91);

        assertThat(names()).isEqualTo("0 lines, 0 names, 1 transfers");
        assertThat(dues("邻居甲").isPaid()).isTrue();
        asLeader(get("/lead/cycles/{code}/transfers/{id}", cycle.code(), list))
                .andExpect(content().string(containsString("邻居甲")))
                .andExpect(content().string(not(containsString("路人"))));
        // it is still known, and pays nothing twice
        assertThat(transfers
                        .view(cycle, transfers.paste(home.leader(), cycle.code(), new TransferPaste(text)))
                        .known())
                .isEqualTo(1);
    }

    @Test
    void namesStayUntilThenAndAsLongAsAnotherCycleNeedsThem() {
        orders(1, 1);
        paste(1, 1);
        forget(89);
        assertThat(names()).isEqualTo("1 lines, 1 names, 1 transfers");

        var first = cycle;
        cycle = opening.open(home.leader(), home.id(), later());
        paste(1, 1);
        cycle = first;
        forget(91);

        assertThat(names()).isEqualTo("1 lines, 1 names, 1 transfers");
    }

    private void forget(int daysAfterPickup) {
        var then = Clock.fixed(cycle.pickupUntil().plus(Duration.ofDays(daysAfterPickup)), ZoneOffset.UTC);
        new OldTransfers(rows, settings, new Forgetting(cycles, transaction, then, jdbc)).forget();
    }

    private CyclePlan later() {
        var eggs = CycleRound.eggs(home);
        return new CyclePlan(
                eggs.title(),
                eggs.items(),
                eggs.opens(),
                eggs.cutOff(),
                PickupPlace.of(home.point()),
                Instant.now().plus(Duration.ofDays(6)),
                Instant.now().plus(Duration.ofDays(7)));
    }

    private String names() {
        return jdbc.sql("""
            select (select count(*) from transfer_line where community_id = :community and written <> '')
                || ' lines, ' || count(*) filter (where payer <> '' or note <> '')
                || ' names, ' || count(*) || ' transfers'
            from transfer where community_id = :community
            """)
                .param("community", cycle.community().value())
                .query(String.class)
                .single();
    }

    private UUID paste(int first, int last) {
        var text = IntStream.rangeClosed(first, last)
                .mapToObj(at -> "%s 29.90 11-27 12:%02d".formatted(name(at), at))
                .collect(Collectors.joining("\n"));
        return transfers.paste(home.leader(), cycle.code(), new TransferPaste(text));
    }

    private static String name(int at) {
        return "邻居" + NAMES.charAt(at);
    }

    private void undo(UUID list) {
        var sent = transfers.view(cycle, list).noted().getFirst().sent();
        transfers.undo(home.leader(), cycle.code(), list, sent.id());
    }

    private void orders(int first, int last) {
        take(IntStream.rangeClosed(first, last)
                .mapToObj(at -> "%d. %s %d-501 鸡蛋1".formatted(at, name(at), at))
                .collect(Collectors.joining("\n")));
    }

    private void take(String text) {
        lists.take(home.leader(), cycle.code(), lists.paste(home.leader(), cycle.code(), new ChainPaste(text, "")));
    }

    private void tick(String name) {
        transaction.executeWithoutResult(status -> taken.all(
                home.id(),
                new OrderId(Objects.requireNonNull(guest(name).order())),
                home.leader(),
                TakenByHand.Cause.TICKED));
    }

    private Dues dues(String name) {
        return guest(name).dues();
    }

    private ChainOrders.Row guest(String name) {
        return guests.of(cycle).stream()
                .filter(row -> row.guest().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long open() {
        return guests.of(cycle).stream().filter(row -> !row.dues().isPaid()).count();
    }

    private AbstractMockHttpServletRequestBuilder<?> json(String url, Map<String, String> body) {
        return post(url).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
    }

    private ResultActions asLeader(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(new SignedIn(home.leader(), "王姐", false))));
    }
}
