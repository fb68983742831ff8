package tuanju.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import support.Together;
import tuanju.address.Door;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.invariant.Invariants;
import tuanju.money.Money;
import tuanju.order.Address;
import tuanju.order.NotRefundable;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderSource;
import tuanju.order.OrderStatus;
import tuanju.order.Recipient;
import tuanju.order.aftersale.OwedByHand;
import tuanju.order.book.OrderBook;
import tuanju.order.dues.TakenByHand;
import tuanju.order.fulfilment.Handover;
import tuanju.order.life.NewLine;
import tuanju.order.life.NewOrder;
import tuanju.order.life.Orders;
import tuanju.receiving.ShortageConfirming.Yes;

/** What came of a cycle's goods, and who gets what when it is too little, with real payments and refunds. */
@ModuleTest
class ReceivingTest {

    private static final int PRICE = 10_00;

    @Autowired
    Receiving receiving;

    @Autowired
    Receipts receipts;

    @Autowired
    ReceiptRows rows;

    @Autowired
    ShortagePlanning planning;

    @Autowired
    ShortageConfirming confirming;

    @Autowired
    ShortageSettling settling;

    @Autowired
    ShortageRows shortages;

    @Autowired
    ShortageWords words;

    @Autowired
    HouseholdsInNeed needs;

    @Autowired
    CycleRound round;

    @Autowired
    OrderCycles cycles;

    @Autowired
    OrderBook book;

    @Autowired
    Handover handover;

    @Autowired
    Orders placing;

    @Autowired
    OwedByHand owedByHand;

    @Autowired
    TakenByHand taken;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    Invariants invariants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;
    private List<Code> orders;

    /** Three households have ordered 3, 2 and 1 of the eggs; the cut-off is over. */
    @BeforeEach
    void order() {
        home = neighbourhoods.found(3);
        var open = round.open(home, null, CycleRound.eggs(PRICE));
        orders = List.of(round.paid(home, open, 0, 3), round.paid(home, open, 1, 2), round.paid(home, open, 2, 1));
        round.letTheCutOffCome(open);
        round.decide(open);
        cycle = cycles.byCode(open.code());
    }

    @AfterEach
    void everythingAddsUp() {
        assertThat(invariants.violations())
                .filteredOn(it -> it.claim().matches("I-(R|C|L13|L12|S).*"))
                .isEmpty();
    }

    @Test
    void expectsWhatWasOrderedUntilSomebodyCounts() {
        assertThat(eggs().expected()).isEqualTo(6);
        assertThat(eggs().orders()).isEqualTo(3);
        assertThat(eggs().isCounted()).isFalse();
        assertThat(eggs().missing()).isZero();
    }

    @Test
    void damagedPiecesAreShortToo() {
        count(6, 2);

        assertThat(eggs().missing()).isEqualTo(2);
        assertThat(eggs().usable()).isEqualTo(4);
        assertThat(eggs().isShort()).isTrue();
    }

    @Test
    void whatNobodyOrderedIsSurplus() {
        count(9, 1);

        assertThat(eggs().surplus()).isEqualTo(2);
        assertThat(planning.plan(cycle, SharePolicy.EQUAL_SHARE, Set.of()).isEmpty())
                .isTrue();
    }

    @Test
    void aCountIsCorrectedAndEveryCountIsRemembered() {
        count(6, 0);
        count(5, 0);
        count(5, 0);

        assertThat(rows.history(cycle)).extracting(ReceiptRows.Entry::arrived).containsExactly(5, 6);
        assertThatThrownBy(() ->
                        jdbc.sql("update goods_receipt_history set arrived = 6").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void twoWhoCountTheSameGoodsDoNotOverwriteEachOther() {
        receiving.count(home.leader(), cycle, eggs().product(), new Count(6, 0, "", null, 0));

        assertThatThrownBy(() -> receiving.count(home.leader(), cycle, eggs().product(), new Count(4, 0, "", null, 0)))
                .isInstanceOf(CannotReceive.class)
                .hasMessage("receiving-counted-meanwhile");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "100000, 0", "4, 5", "4, -1"})
    void absurdCountsAreRefused(int arrived, int damaged) {
        assertThatThrownBy(() -> new Count(arrived, damaged, "", null, null)).isInstanceOf(Invalid.class);
    }

    @Test
    void nothingIsCountedWhileOrdersAreTaken() {
        var open = round.open(home, null, CycleRound.eggs(PRICE));

        assertThatThrownBy(() -> receiving.count(home.leader(), open, UUID.randomUUID(), new Count(1, 0, "", null, 0)))
                .hasMessage("receiving-not-now");
        assertThatThrownBy(() -> receiving.count(home.leader(), cycle, UUID.randomUUID(), new Count(1, 0, "", null, 0)))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({"ORDER_TIME, 3, 1, 0", "EQUAL_SHARE, 2, 1, 1", "FEWEST_FIRST, 1, 2, 1"})
    @DisplayName("I-R1 I-R2 what came is given out by the rule and the rest is paid back")
    void whatCameIsGivenOutByTheRule(SharePolicy policy, int first, int second, int third) {
        count(5, 1);
        giveOut(policy);

        var given = List.of(first, second, third);
        assertThat(IntStream.range(0, 3).map(this::pieces)).containsExactlyElementsOf(given);
        assertThat(orders.stream().mapToLong(till::refundedFen))
                .containsExactly((3 - first) * 1000L, (2 - second) * 1000L, (1 - third) * 1000L);
        assertThat(eggs().allocated()).isEqualTo(4);
        assertThat(eggs().expected()).isEqualTo(6);
        assertThat(eggs().isShort()).isFalse();
    }

    @Test
    void whoPaidElsewhereIsGivenTheirMoneyBackByTheLeadersHand() {
        var guest = guestOfTwo();
        count(5, 0);

        var plan = planning.plan(cycle, SharePolicy.EQUAL_SHARE, Set.of());
        assertThat(plan.back().byHand()).isEqualTo(Money.ofFen(PRICE));
        assertThat(plan.refunds()).isEqualTo(Money.ofFen(2 * PRICE));
        assertThat(ShortageView.of(plan, words, Locale.CHINA).fewer())
                .filteredOn(door -> door.door().equals("3-502"))
                .flatExtracting(ShortageView.Door::lines)
                .extracting(ShortageView.Line::sentence)
                .containsExactly("订了 2 份，到货 5 份／应到 8 份，按大家平分：给 1 份，¥10.00 由团长退给您（钱付给了团长）。");

        giveOut(SharePolicy.EQUAL_SHARE);
        settling.settle(home.id(), cycle.id(), new OrderId(till.idOf(guest)));

        assertThat(till.refundedFen(guest)).isZero();
        var owed = owedByHand.forShortage(home.id(), cycle.id());
        assertThat(owed)
                .containsExactly(new OwedByHand.Owed(Door.of("3", "502"), "张三", "138****2222", Money.ofFen(PRICE)));
        assertThat(words.of(owed, Locale.CHINA)).isEqualTo("3-502 张三 138****2222  ¥10.00\n合计 ¥10.00");
    }

    @Test
    @DisplayName("W-21 who has not paid is owed nothing for what did not come, and has less to pay")
    void whoHasNotPaidIsOwedNothing() {
        var guest = guestOfTwo();
        transaction.executeWithoutResult(status -> taken.undo(home.id(), new OrderId(till.idOf(guest)), home.leader()));
        count(5, 0);

        var plan = planning.plan(cycle, SharePolicy.EQUAL_SHARE, Set.of());
        assertThat(plan.back().byHand()).isEqualTo(Money.ZERO);
        assertThat(plan.back().unasked()).isEqualTo(Money.ofFen(PRICE));
        giveOut(SharePolicy.EQUAL_SHARE);
        settling.settle(home.id(), cycle.id(), new OrderId(till.idOf(guest)));

        assertThat(owedByHand.forShortage(home.id(), cycle.id())).isEmpty();
    }

    private Code guestOfTwo() {
        var door = new Address("", new Door("", "3", "", "502"), "text");
        var eggs = NewLine.named("散养鸡蛋", "30枚", Money.ofFen(PRICE), 2);
        return Objects.requireNonNull(transaction.execute(status -> placing.placeImported(
                        home.id(),
                        List.of(new NewOrder(
                                home.id(),
                                OrderKind.IMPORT,
                                OrderSource.imported(cycle.id(), cycle.code(), "chain-list", cycle.id() + ":1"),
                                Recipient.guest("张三", "13811112222", door),
                                CycleOrdering.pickup(cycle),
                                List.of(eggs),
                                "",
                                null)))))
                .getFirst()
                .code();
    }

    @Test
    void whoGetsNothingHasTheWholeOrderPaidBack() {
        count(3, 0);
        giveOut(SharePolicy.ORDER_TIME);

        assertThat(till.statusOf(orders.get(0))).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(till.standingOf(orders.get(2))).isEqualTo(new Till.Standing(OrderStatus.REFUNDED, PRICE));
    }

    @Test
    void theBuyerReadsWhyTheirOrderBecameSmaller() {
        count(5, 1);
        giveOut(SharePolicy.EQUAL_SHARE);

        var changes = book.detail(home.member(0), orders.getFirst()).changes();
        assertThat(changes).singleElement().satisfies(it -> {
            assertThat(it.cause()).isEqualTo("short-equal-share");
            assertThat(it.becomes()).isEqualTo(2);
        });
    }

    @Test
    void theSentenceSaysHowManyCameAndWhatGoesBack() {
        count(5, 1);
        var plan = planning.plan(cycle, SharePolicy.EQUAL_SHARE, Set.of());
        var part = plan.households().getFirst().parts().getFirst();

        assertThat(words.of(part, Locale.SIMPLIFIED_CHINESE)).isEqualTo("订了 3 份，到货 4 份／应到 6 份，按大家平分：给 2 份，退 ¥10.00。");
        assertThat(words.of(part, Locale.ENGLISH))
                .isEqualTo("Ordered 3; 4 of 6 came; by equal shares: gets 2, ¥10.00 goes back.");
    }

    @Test
    void aHouseholdInNeedIsGivenFirstAndForgotten() {
        count(2, 0);
        var second = book.card(home.member(1), orders.get(1)).id();
        needs.tick(cycle, List.of(second));
        var plan = planning.plan(cycle, SharePolicy.BY_NEED, needs.of(cycle));
        confirming.confirm(home.leader(), cycle, new Yes(SharePolicy.BY_NEED, needs.of(cycle), plan.token()));
        settleAll();

        assertThat(pieces(1)).isEqualTo(2);
        assertThat(needs.of(cycle)).isEmpty();
        assertThat(book.detail(home.member(0), orders.get(0))
                        .timeline()
                        .getLast()
                        .cause())
                .isEqualTo("short-shared");
    }

    @Test
    void aCountThatChangedAfterThePreviewIsNotConfirmed() {
        count(5, 1);
        var plan = planning.plan(cycle, SharePolicy.EQUAL_SHARE, Set.of());
        count(5, 0);

        assertThatThrownBy(() -> confirming.confirm(home.leader(), cycle, yes(plan)))
                .isInstanceOf(CannotReceive.class)
                .hasMessage("receiving-plan-changed");
    }

    @Test
    void whatWasGivenOutIsNotCountedAgain() {
        count(5, 1);
        giveOut(SharePolicy.EQUAL_SHARE);

        assertThatThrownBy(() -> count(6, 0)).hasMessage("receiving-given-out");
        assertThatThrownBy(() -> jdbc.sql("update goods_receipt set arrived = 6 where cycle_id = ?")
                        .param(cycle.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsHandedOverAlreadyStaysWhereItIs() {
        collect(0);
        count(5, 1);
        giveOut(SharePolicy.EQUAL_SHARE);

        assertThat(till.refundedFen(orders.get(0))).isZero();
        assertThat(pieces(0)).isEqualTo(3);
        assertThat(pieces(1)).isEqualTo(1);
        assertThat(till.statusOf(orders.get(2))).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    @DisplayName("R two who confirm at the same moment give out once")
    void twoWhoConfirmAtOnceGiveOutOnce() {
        count(5, 1);
        var plan = planning.plan(cycle, SharePolicy.EQUAL_SHARE, Set.of());
        Callable<UUID> confirm = () -> confirming.confirm(home.leader(), cycle, yes(plan));
        var outcomes = Together.run(List.of(confirm, confirm, confirm));
        Together.run(List.of(Together.act(this::settleAll), Together.act(this::settleAll)));
        settleAll();

        assertThat(outcomes).allMatch(Together.Outcome::succeeded);
        assertThat(outcomes.stream().map(Together.Outcome::value).distinct()).hasSize(1);
        assertThat(orders.stream().mapToLong(till::refundedFen).sum()).isEqualTo(2L * PRICE);
        assertThat(shortages.rounds(cycle)).singleElement().matches(ShortageRows.Round::isDone);
    }

    @Test
    @DisplayName("R a hand-over and the giving-out of the same order take turns")
    void aHandOverAndTheGivingOutTakeTurns() {
        count(5, 1);
        var plan = planning.plan(cycle, SharePolicy.EQUAL_SHARE, Set.of());
        confirming.confirm(home.leader(), cycle, yes(plan));
        Together.run(List.of(Together.act(() -> collect(0)), Together.act(this::settleAll)));
        settleAll();

        assertThat(till.statusOf(orders.get(0))).isEqualTo(OrderStatus.COLLECTED);
        long refunded = till.refundedFen(orders.get(0));
        assertThat(refunded).isEqualTo((3L - pieces(0)) * PRICE);
        assertThat(shortages.rounds(cycle)).singleElement().matches(ShortageRows.Round::isDone);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("each broken claim is seen")
    @CsvSource(delimiter = '|', textBlock = """
        I-R1 | update shortage_share set given = ordered
        I-R1 | update shortage_product set usable = usable - 1
        I-R2 | update order_adjustment set becomes = becomes - 1
        I-R3 | update shortage set confirmed_at = now() - interval '1 hour'
        I-R4 | update goods_receipt set damaged = 0
        I-C6 | update cycle_reservation set missing = 0, given = quantity, settled_at = now(), given_cause = 'as-ordered'
        """)
    void eachBrokenClaimIsSeen(String claim, String crime) {
        count(5, 1);
        giveOut(SharePolicy.EQUAL_SHARE);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            if (claim.equals("I-R3")) {
                jdbc.sql("update shortage_share set settled_at = null, outcome = null where community_id = ?")
                        .param(home.id().value())
                        .update();
            }
            jdbc.sql(crime + " where community_id = ?").param(home.id().value()).update();
            assertThat(invariants.violations())
                    .anyMatch(violation -> violation.claim().startsWith(claim));
            status.setRollbackOnly();
        });
    }

    private ReceivedGoods eggs() {
        return receipts.of(cycle).getFirst();
    }

    private void count(int arrived, int damaged) {
        receiving.count(home.leader(), cycle, eggs().product(), new Count(arrived, damaged, "", null, null));
    }

    private void giveOut(SharePolicy policy) {
        var plan = planning.plan(cycle, policy, Set.of());
        confirming.confirm(home.leader(), cycle, yes(plan));
        settleAll();
    }

    private static Yes yes(ShortagePlan plan) {
        return new Yes(plan.policy(), Set.of(), plan.token());
    }

    /** Runs the task of every order, as the scheduler would; it may be doing so itself. */
    private void settleAll() {
        orders.forEach(it -> {
            try {
                settling.settle(home.id(), cycle.id(), new OrderId(till.idOf(it)));
            } catch (NotRefundable handedOverMeanwhile) {
                // the scheduler would come again
            }
        });
    }

    private void collect(int member) {
        handover.collect(home.id(), new OrderId(till.idOf(orders.get(member))), home.leader());
    }

    private int pieces(int member) {
        return jdbc.sql("""
                        select coalesce(sum(l.quantity), 0) from orders o left join order_line l
                            on l.community_id = o.community_id and l.order_id = o.id
                        where o.code = ? and o.status <> 'REFUNDED'
                        """)
                .param(orders.get(member).value())
                .query(Integer.class)
                .single();
    }
}
