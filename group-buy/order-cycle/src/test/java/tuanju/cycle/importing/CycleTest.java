package tuanju.cycle.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import support.ModuleTest;
import tuanju.address.Door;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.community.PickupPoints;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CutOffs;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.closing.CycleDeciding;
import tuanju.cycle.closing.CyclePaidOrders;
import tuanju.cycle.export.CannotRead;
import tuanju.cycle.export.ExportFile;
import tuanju.cycle.importing.CycleImports.Upload;
import tuanju.cycle.importing.ImportedOrders.Correction;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.ordering.Looks;
import tuanju.cycle.planning.CycleOpening;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.PaidOrder;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.order.book.OrderTotals;
import tuanju.order.life.PlacedOrder;
import tuanju.order.paying.PaidOrderTaker.Place;

@ModuleTest
class CycleTest {

    private static final AtomicLong PHONES = new AtomicLong(13_700_000_000L + System.nanoTime() % 90_000_000);

    @Autowired
    private CycleOpening opening;

    @Autowired
    private CycleDeciding deciding;

    @Autowired
    private CycleOrdering ordering;

    @Autowired
    private CycleImporting importing;

    @Autowired
    private CyclePaidOrders paidOrders;

    @Autowired
    private CycleProducts products;

    @Autowired
    private Looks looks;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private OrderBook book;

    @Autowired
    private Communities communities;

    @Autowired
    private Leaders leaders;

    @Autowired
    private PickupPoints points;

    @Autowired
    private NewImportPages newImports;

    @Autowired
    private JdbcClient jdbc;

    private CommunityCard home;
    private MemberId leader;
    private MemberId neighbour;

    @BeforeEach
    void found() {
        home = communities.found("接龙" + UUID.randomUUID().toString().substring(0, 6), "上海市闵行区某路500弄");
        leader = member();
        neighbour = member();
        leaders.appoint(leader, home.id(), leader);
        var place = new tuanju.community.PickupPlace("3号门", "3号门旁", "3号门岗亭", "9:00–20:00", "");
        points.open(home.id(), leader, place);
    }

    @Test
    void takesOrdersUntilItsCutOff() {
        var cycle = open(10);

        var placed = order(cycle, 2);

        assertThat(placed.amount()).isEqualTo(Money.ofYuan("119.80"));
        assertThat(placed.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(products.of(cycle).getFirst().left()).isEqualTo(8);
    }

    @Test
    void refusesOrdersAfterItsCutOffByTheClockOfTheDatabase() {
        var cycle = open(10);
        letTheCutOffCome(cycle);

        assertThatThrownBy(() -> order(cycle, 1)).isInstanceOf(CannotOrder.class);
        assertThat(products.of(cycle).getFirst().taken()).isZero();
    }

    @Test
    void closesOnceAtItsCutOffAndNotBefore() {
        var cycle = open(10);
        var due = new CutOffs.Due(cycle.community(), cycle.id());

        deciding.decideIfDue(due);
        assertThat(cycles.byCode(cycle.code()).status()).isEqualTo(CycleStatus.OPEN);
        letTheCutOffCome(cycle);
        deciding.decideIfDue(due);
        deciding.decideIfDue(due);

        assertThat(cycles.byCode(cycle.code()).status()).isEqualTo(CycleStatus.CLOSED);
    }

    @Test
    void remembersItsCutOffAsATaskOfTheDatabase() {
        var cycle = open(10);

        assertThat(jdbc.sql(
                                "select count(*) from scheduled_tasks where task_name = 'cycle-cut-off' and task_instance = ?")
                        .param(cycle.community().value() + "/" + cycle.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void neverSellsBeyondItsLimitHoweverManyAskAtOnce() throws Exception {
        var cycle = open(3);
        var buyers = IntStream.range(0, 8).mapToObj(number -> member()).toList();

        var outcomes = atOnce(buyers.stream()
                .<Callable<Throwable>>map(buyer -> () -> catchThrowable(() -> order(cycle, buyer, 1)))
                .toList());

        assertThat(outcomes.stream().filter(java.util.Objects::isNull)).hasSize(3);
        assertThat(products.of(cycle).getFirst().left()).isZero();
    }

    @Test
    void confirmsMoneyThatCameAfterTheCutOffForAnOrderPlacedBeforeIt() {
        var cycle = open(10);
        var placed = order(cycle, 1);
        letTheCutOffCome(cycle);

        assertThat(paidOrders.take(paid(cycle, placed, Instant.now().minusSeconds(30), false)))
                .isEqualTo(Place.CONFIRMED);
    }

    @Test
    void givesMoneyBackThatCameForAnOrderClosedAlready() {
        var cycle = open(10);
        var placed = order(cycle, 1);

        assertThat(paidOrders.take(paid(cycle, placed, Instant.now(), true))).isEqualTo(Place.NONE);
    }

    @Test
    void freesWhatAnUnpaidOrderHadTakenOnce() {
        var cycle = open(10);
        var placed = order(cycle, 4);
        var paid = paid(cycle, placed, Instant.now(), false);

        paidOrders.release(paid);
        paidOrders.release(paid);

        assertThat(products.of(cycle).getFirst().left()).isEqualTo(10);
    }

    @Test
    void refusesPlansThatCannotBe() {
        assertThatThrownBy(() -> plan(List.of(), Instant.now().minusSeconds(60)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> opening.open(leader, home.id(), plan(List.of(), tonight())))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> opening.open(neighbour, home.id(), plan(List.of(lychees(1)), tonight())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("I-Z2 A cycle is its leader's alone: for anybody else it is not there")
    void showsACycleToItsOwnLeaderOnly() {
        var cycle = open(10);
        var other = member();
        leaders.appoint(other, home.id(), leader);
        var file = new Upload("a.xlsx", ExportFile.twoOrders().bytes());

        assertThatThrownBy(() -> cycles.ledBy(other, cycle.code())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cycles.ledBy(neighbour, cycle.code())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> importing.upload(other, cycle.code(), file)).isInstanceOf(NotFound.class);
        assertThat(cycles.of(other)).isEmpty();
        assertThat(cycles.of(leader)).extracting(CycleCard::code).containsExactly(cycle.code());
    }

    @Test
    void takesAnExportInAsConfirmedOrders() {
        var cycle = draft(ExportFile.twoOrders().bytes());
        var result = take(cycle);

        var sheets = book.sheetsOf(cycle.community(), cycle.id());
        assertThat(result.imported()).isEqualTo(2);
        assertThat(book.totalsOf(cycle.community(), cycle.id()))
                .isEqualTo(new OrderTotals(2, 3, 4, Money.ofYuan("70.50")));
        assertThat(sheets)
                .allMatch(sheet -> sheet.status() == OrderStatus.CONFIRMED && sheet.kind() == OrderKind.IMPORT);
        assertThat(sheets).extracting(OrderSheet::recipient).containsExactlyInAnyOrder("甲", "乙");
        assertThat(cycles.byCode(cycle.code()).status()).isEqualTo(CycleStatus.CLOSED);
    }

    @Test
    void importingTheSameFileTwiceChangesNothing() {
        var cycle = draft(ExportFile.twoOrders().bytes());
        take(cycle);
        var again = take(cycle);
        var resaved = upload(cycle, ExportFile.twoOrders().shuffled().bytes());
        var afterSaving = importing.take(leader, cycle.code(), resaved, Map.of());

        assertThat(again.imported()).isZero();
        assertThat(afterSaving)
                .extracting(ImportResult::imported, ImportResult::known)
                .containsExactly(0, 2);
        assertThat(book.totalsOf(cycle.community(), cycle.id()).orders()).isEqualTo(2);
    }

    @Test
    void aGrownFileBringsInOnlyWhatIsNewAndReportsWhatDiffers() {
        var cycle = draft(ExportFile.twoOrders().bytes());
        take(cycle);
        var grown = ExportFile.twoOrders().with("数量", 3).line("丙", 3, "梨(一箱)", 1, "20", "20", "某路500弄5号602室");

        var result = importing.take(leader, cycle.code(), upload(cycle, grown.bytes()), Map.of());

        assertThat(result)
                .extracting(ImportResult::imported, ImportResult::known, ImportResult::changed)
                .containsExactly(1, 2, 1);
        assertThat(book.totalsOf(cycle.community(), cycle.id()).pieces()).isEqualTo(5);
    }

    @Test
    void twoImportsAtOnceTakeEachOrderInOnce() throws Exception {
        var cycle = draft(ExportFile.twoOrders().bytes());
        var first = upload(cycle, ExportFile.twoOrders().bytes());
        var second = upload(cycle, ExportFile.twoOrders().shuffled().bytes());

        var results = CycleTest.<ImportResult>atOnce(List.of(
                () -> importing.take(leader, cycle.code(), first, Map.of()),
                () -> importing.take(leader, cycle.code(), second, Map.of())));

        assertThat(results.stream().mapToInt(ImportResult::imported).sum()).isEqualTo(2);
        assertThat(book.totalsOf(cycle.community(), cycle.id()).orders()).isEqualTo(2);
    }

    @Test
    void keepsNothingOfAFileItCannotRead() {
        var broken = new Upload("a.xlsx", "下单人,商品".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> importing.uploadNew(leader, home.id(), broken)).isInstanceOf(CannotRead.class);
        assertThat(cycles.of(leader)).isEmpty();
    }

    @Test
    void aNewCycleOfAnImportIsCollectedWhereItsLeaderSays() {
        var place = new tuanju.community.PickupPlace("水果店", "东门外", "东门外水果店", "9:00–20:00", "");
        var shop = points.open(home.id(), leader, place);
        var file = new Upload(
                "a.xlsx",
                ExportFile.empty().line("甲", 1, "梨", 1, "20", "20", "某路500弄").bytes());
        var stranger = UUID.randomUUID();

        assertThatThrownBy(() -> importing.uploadNew(leader, new CycleImporting.Home(home.id(), stranger), file))
                .hasMessageContaining("cycle-other-pickup-point");
        var code = importing.uploadNew(leader, new CycleImporting.Home(home.id(), shop.id()), file);

        assertThat(cycles.byCode(code).pickupPlace().name()).isEqualTo("水果店");
        assertThat(importing.uploadNew(leader, home.id(), file)).isEqualTo(code);
        assertThat(broughtAgain(file, shop.id())).isNull();
        assertThat(broughtAgain(file, points.ledBy(home.id(), leader).getFirst().id()))
                .asString()
                .contains("水果店");
    }

    private @Nullable Object broughtAgain(Upload upload, UUID point) {
        var flash = new RedirectAttributesModelMap();
        var file = new MockMultipartFile("file", upload.name(), null, upload.bytes());
        newImports.upload(new SignedIn(leader, "王姐", false), file, home.shortCode(), point, flash);
        return flash.getFlashAttributes().get("flashOk");
    }

    @Test
    void takesTheDoorTheLeaderPutsInBeforehand() {
        var cycle = draft(
                ExportFile.empty().line("甲", 1, "梨", 1, "20", "20", "某路500弄").bytes());
        var bag = importing.latest(cycle).orElseThrow().bags().getFirst();

        importing.take(leader, cycle.code(), upload(cycle), Map.of(bag.key(), new Correction(Door.of("86", "801"))));

        var address = book.sheetsOf(cycle.community(), cycle.id()).getFirst().address();
        assertThat(address.door().withoutLane().shown()).isEqualTo("86-801");
        assertThat(address.origin()).isEqualTo("by-hand");
        assertThat(looks.open(cycle)).isEmpty();
    }

    @Test
    void waitsForALookUntilTheLeaderPutsItRight() {
        var cycle = draft(
                ExportFile.empty().line("甲", 1, "梨", 1, "20", "20", "某路500弄").bytes());
        take(cycle);
        var sheet = book.sheetsOf(cycle.community(), cycle.id()).getFirst();
        assertThat(looks.open(cycle)).hasSize(1);

        importing.correct(leader, cycle.code(), sheet.code(), new Correction(Door.of("86", "801")));

        assertThat(looks.open(cycle)).isEmpty();
        assertThat(book.sheet(cycle.community(), sheet.id()).address())
                .isEqualTo(new tuanju.order.Address("某路500弄", new Door("500", "86", "", "801"), "by-hand"));
        assertThatThrownBy(() -> importing.settle(neighbour, cycle.code(), sheet.code()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void keepsAnAmountThatDoesNotDivideToTheFen() {
        var cycle = draft(ExportFile.empty()
                .line("甲", 1, "梨", 3, "100", "100", "某路500弄86号801")
                .bytes());
        take(cycle);

        assertThat(book.totalsOf(cycle.community(), cycle.id()))
                .isEqualTo(new OrderTotals(1, 2, 3, Money.ofYuan("100")));
    }

    private CycleCard open(int limit) {
        return opening.open(leader, home.id(), plan(List.of(lychees(limit)), tonight()));
    }

    private static CyclePlan.Item lychees(int limit) {
        return new CyclePlan.Item(null, "荔枝", "每箱四斤", null, Money.ofYuan("59.90"), limit);
    }

    private static Instant tonight() {
        return Instant.now().plus(3, ChronoUnit.HOURS);
    }

    private CyclePlan plan(List<CyclePlan.Item> items, Instant cutOff) {
        var point = PickupPlace.of(points.ledBy(home.id(), leader).getFirst());
        var opens = Instant.now().minusSeconds(3600);
        var from = tonight().plus(12, ChronoUnit.HOURS);
        return new CyclePlan(
                "周三水果",
                items,
                opens,
                cutOff.isBefore(opens.plusSeconds(3550)) ? opens : cutOff,
                point,
                from,
                from.plus(11, ChronoUnit.HOURS));
    }

    private PlacedOrder order(CycleCard cycle, int pieces) {
        return order(cycle, neighbour, pieces);
    }

    private PlacedOrder order(CycleCard cycle, MemberId buyer, int pieces) {
        var lychees = products.of(cycle).getFirst().id();
        return ordering.order(
                buyer, cycle.code(), new CycleOrdering.Wish(Map.of(lychees, pieces), Door.of("86", "801"), ""));
    }

    private PaidOrder paid(CycleCard cycle, PlacedOrder placed, Instant at, boolean reopened) {
        return new PaidOrder(
                cycle.community(),
                new OrderId(placed.id().value()),
                OrderKind.CYCLE,
                neighbour,
                cycle.id(),
                null,
                null,
                Money.ofYuan("59.90"),
                1,
                null,
                at,
                reopened);
    }

    private void letTheCutOffCome(CycleCard cycle) {
        jdbc.sql("update order_cycle set cut_off = now() - interval '1 second' where community_id = ? and id = ?")
                .params(cycle.community().value(), cycle.id())
                .update();
    }

    private CycleCard draft(byte[] file) {
        return cycles.byCode(importing.uploadNew(leader, home.id(), new Upload("orders.xlsx", file)));
    }

    private ImportResult take(CycleCard cycle) {
        return importing.take(leader, cycle.code(), upload(cycle), Map.of());
    }

    private UUID upload(CycleCard cycle) {
        return importing.latest(cycle).orElseThrow().id();
    }

    private UUID upload(CycleCard cycle, byte[] file) {
        return importing.upload(leader, cycle.code(), new Upload("orders.xlsx", file));
    }

    private MemberId member() {
        var id = Ids.next();
        jdbc.sql("insert into member (id, phone, name, hue, phone_proven_at) values (?, ?, ?, ?, now())")
                .params(id, Long.toString(PHONES.incrementAndGet()), "邻居", 40)
                .update();
        return new MemberId(id);
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        var barrier = new CyclicBarrier(acts.size());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = acts.stream()
                    .map(act -> pool.submit(() -> {
                        barrier.await();
                        return act.call();
                    }))
                    .toList();
            var answers = new java.util.ArrayList<T>();
            for (Future<T> future : running) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
