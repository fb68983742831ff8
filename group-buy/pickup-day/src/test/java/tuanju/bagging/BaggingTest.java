package tuanju.bagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Together;
import tuanju.address.Door;
import tuanju.bagging.Bagging.Place;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleRound;
import tuanju.cycle.ordering.MovingOrders;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderIsOver;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderRemark;
import tuanju.order.book.OrderRemarks;
import tuanju.order.fulfilment.AlreadyCollected;
import tuanju.order.fulfilment.Handover;
import tuanju.order.fulfilment.PointChange;
import tuanju.pickup.Household;
import tuanju.pickup.PickupSheets;

@ModuleTest
class BaggingTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleRound round;

    @Autowired
    private Bagging bagging;

    @Autowired
    private LookingAtBags looking;

    @Autowired
    private MovingOrders moving;

    @Autowired
    private CyclePoints cyclePoints;

    @Autowired
    private OrderBook book;

    @Autowired
    private PickupSheets sheets;

    @Autowired
    private Handover handover;

    @Autowired
    private PickupPoints pickupPoints;

    @Autowired
    private List<OrderRemarks> remarks;

    @Autowired
    private CalledOff calledOff;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private PickupPointCard shop;
    private CycleCard cycle;

    @BeforeEach
    void openAtTwoPoints() {
        home = neighbourhoods.found(4);
        shop = pickupPoints.open(home.id(), home.leader(), new PickupPlace("水果店", "东门外", "东门外12号后门", "全天", "报房号"));
        cycle = round.openAt(home, home.point(), shop);
    }

    @Test
    void anOrderThatIsSentToAnotherPointSaysItsPlaceAndTimeAndRemembersWhereItWas() {
        var order = atTheGate(0, "86", "801");

        bagging.toPoint(place(order), shop.id(), false);

        var pickup = book.detail(home.member(0), order).pickup();
        var there = point(shop);
        assertThat(pickup.name()).isEqualTo("水果店");
        assertThat(pickup.address()).isEqualTo("东门外12号后门");
        assertThat(pickup.from()).isEqualTo(there.from());
        assertThat(pickup.until()).isEqualTo(there.until());
        assertThat(book.pointChanges(home.id(), id(order)))
                .extracting(PointChange::was, PointChange::becomes, PointChange::cause)
                .containsExactly(tuple("3号门", "水果店", "moved-by-leader"));
        assertThat(remarksOf(order)).contains("order.remark.moved-by-leader");
        assertThat(jdbc.sql("select topic from notification where member_id = ?")
                        .param(home.member(0).value())
                        .query(String.class)
                        .list())
                .contains("cycle.told.moved");
    }

    @Test
    void aWholeBagGoesTogetherAndAnOrderAloneLeavesItsBag() {
        var first = atTheGate(0, "86", "801");
        var second = atTheGate(1, "86号楼", "801室");
        assertThat(bags()).hasSize(1);

        bagging.toPoint(place(first), shop.id(), false);
        assertThat(bags()).hasSize(2).allSatisfy(bag -> assertThat(bag.orders()).hasSize(1));

        bagging.toPoint(place(first), home.point().id(), false);
        bagging.toPoint(place(first), shop.id(), true);
        assertThat(bags())
                .singleElement()
                .satisfies(bag -> assertThat(bag.point().name()).isEqualTo("水果店"));
        assertThat(pointOf(second)).isEqualTo(shop.id());
    }

    @Test
    void nothingGoesToAPointThatIsNotOneOfItsCycle() {
        var order = atTheGate(0, "86", "801");
        var elsewhere = pickupPoints.open(home.id(), home.leader(), new PickupPlace("物业", "中庭", "中庭物业前台", "白天", ""));

        assertThatThrownBy(() -> bagging.toPoint(place(order), elsewhere.id(), false))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> moving.ownToPoint(home.member(0), cycle.code(), order, elsewhere.id()))
                .isInstanceOf(Invalid.class);
        assertThat(pointOf(order)).isEqualTo(home.point().id());
    }

    @Test
    void onlyTheLeaderOfItsCycleAndItsBuyerSendAnOrderElsewhere() {
        var order = atTheGate(0, "86", "801");
        var other = round.openAt(home, home.point(), shop);
        var othersPlace = new Place(home.member(1), cycle.code(), order);

        assertThatThrownBy(() -> bagging.toPoint(othersPlace, shop.id(), false)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bagging.toPoint(new Place(home.leader(), other.code(), order), shop.id(), false))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> moving.ownToPoint(home.member(1), cycle.code(), order, shop.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> looking.look(othersPlace)).isInstanceOf(NotFound.class);
    }

    @Test
    void aMemberSendsTheirOwnOrderElsewhereUntilTheCutOffOnly() {
        var order = atTheGate(0, "86", "801");

        moving.ownToPoint(home.member(0), cycle.code(), order, shop.id());
        assertThat(pointOf(order)).isEqualTo(shop.id());

        round.letTheCutOffCome(cycle);
        assertThatThrownBy(() -> moving.ownToPoint(
                        home.member(0), cycle.code(), order, home.point().id()))
                .isInstanceOf(CannotOrder.class);
    }

    @Test
    @DisplayName("what is collected or over goes nowhere, neither by the program nor by the table")
    void whatIsCollectedOrOverGoesNowhere() {
        var collected = atTheGate(0, "86", "801");
        var refunded = atTheGate(1, "86", "802");
        handover.collect(home.id(), id(collected), home.leader());
        transaction.executeWithoutResult(status -> calledOff.whole(
                home.id(),
                id(refunded),
                AdjustmentKind.CANCELLED,
                new OrderChange(home.leader(), "left-before-cut-off")));

        assertThatThrownBy(() -> bagging.toPoint(place(collected), shop.id(), false))
                .isInstanceOf(AlreadyCollected.class);
        assertThatThrownBy(() -> bagging.toPoint(place(refunded), shop.id(), false))
                .isInstanceOf(OrderIsOver.class);
        assertThatThrownBy(() -> bagging.toDoor(place(collected), new Door("", "3", "", "502")))
                .isInstanceOf(AlreadyCollected.class);
        assertThatThrownBy(() -> jdbc.sql("update orders set pickup_point_id = ? where code = ?")
                        .params(shop.id(), collected.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @RepeatedTest(5)
    @DisplayName("a bag is sent elsewhere or handed over, never both")
    void aBagIsSentElsewhereOrHandedOver() {
        var order = atTheGate(0, "86", "801");

        Together.run(List.of(
                Together.act(() -> handover.collect(home.id(), id(order), home.leader())),
                Together.act(() -> bagging.toPoint(place(order), shop.id(), false))));

        var sheet = book.sheet(home.id(), id(order));
        boolean moved = sheet.pickupPoint().equals(shop.id());
        var movedAt = jdbc.sql("select max(at) from order_point_change where order_id = ?")
                .param(id(order).value())
                .query(java.time.OffsetDateTime.class)
                .optional();
        assertThat(sheet.status()).isEqualTo(OrderStatus.COLLECTED);
        assertThat(movedAt.isPresent()).isEqualTo(moved);
        movedAt.ifPresent(at -> assertThat(at.toInstant()).isBefore(collectedStep(order)));
    }

    @Test
    void anOrderWithoutADoorIsGivenOneAndThatIsTakenBack() {
        var order = atTheGate(0, "86", "");
        assertThat(looking.look(place(order)).door()).isEqualTo("86");

        bagging.toDoor(place(order), new Door("", "86号楼", "", "801室"));
        assertThat(looking.look(place(order)).door()).isEqualTo("86-801");

        bagging.undo(place(order));
        assertThat(looking.look(place(order)).door()).isEqualTo("86");
        assertThatThrownBy(() -> bagging.undo(place(order))).isInstanceOf(CannotBag.class);
        assertThat(looking.look(place(order)).past().doors()).hasSize(2);
    }

    @Test
    void ordersOfOneHouseholdArePutIntoOneBagAndThatIsTakenBack() {
        var first = atTheGate(0, "86", "801");
        var second = atTheGate(1, "86", "");
        assertThat(bags()).hasSize(2);

        bagging.together(place(second), first);

        assertThat(bags()).singleElement().satisfies(bag -> {
            assertThat(bag.door()).isEqualTo("86-801");
            assertThat(bag.orderCodes()).containsExactlyInAnyOrder(first.value(), second.value());
        });
        assertThat(remarksOf(second)).contains("order.remark.put-in-one-bag");
        assertThat(remarksOf(first)).contains("order.remark.besides");

        bagging.undo(place(second));
        assertThat(bags()).hasSize(2);
        assertThat(remarksOf(first)).doesNotContain("order.remark.besides");
    }

    @Test
    void noOrderIsPutToOneWithoutADoorAtAnotherPointOrCollected() {
        var order = atTheGate(0, "86", "801");
        var doorless = atTheGate(1, "86", "");
        var elsewhere = round.paidAt(home, cycle, 2, shop.id(), "3", "502");
        var collected = atTheGate(3, "9", "101");
        handover.collect(home.id(), id(collected), home.leader());

        for (var other : List.of(order, doorless, elsewhere, collected)) {
            assertThatThrownBy(() -> bagging.together(place(order), other)).isInstanceOf(CannotBag.class);
        }
        assertThat(looking.look(place(order)).door()).isEqualTo("86-801");
    }

    @Test
    @DisplayName("who types a stranger's door learns nothing; one's own orders are told to share a bag")
    void whoTypesAStrangersDoorLearnsNothing() {
        var stranger = atTheGate(0, "86", "801");
        var neighbour = atTheGate(1, "86", "801");
        assertThat(remarksOf(stranger)).isEmpty();
        assertThat(remarksOf(neighbour)).isEmpty();

        atTheGate(1, "86", "801");
        assertThat(remarksOf(neighbour)).containsExactly("order.remark.own-bag");
        assertThat(remarksOf(stranger)).isEmpty();
    }

    @Test
    void theSameDoorAgainIsNoChange() {
        var order = atTheGate(0, "86", "801");

        bagging.toDoor(place(order), new Door("", "86", "", "801"));
        bagging.toPoint(place(order), home.point().id(), true);

        assertThat(looking.look(place(order)).past().isEmpty()).isTrue();
        assertThatThrownBy(() -> bagging.toDoor(place(order), new Door("", " ", "", "")))
                .isInstanceOf(Invalid.class);
    }

    private Code atTheGate(int member, String building, String room) {
        return round.paidAt(home, cycle, member, home.point().id(), building, room);
    }

    private Place place(Code order) {
        return new Place(home.leader(), cycle.code(), order);
    }

    private OrderId id(Code order) {
        return book.idsIn(home.id(), cycle.id(), List.of(order)).getFirst();
    }

    private UUID pointOf(Code order) {
        return book.sheet(home.id(), id(order)).pickupPoint();
    }

    private CyclePoint point(PickupPointCard card) {
        return cyclePoints.of(cycle).stream()
                .filter(it -> it.point().equals(card.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<Household> bags() {
        return sheets.expectedOfCycle(home.id(), cycle.id()).households();
    }

    private List<String> remarksOf(Code order) {
        return remarks.stream()
                .flatMap(it -> it.about(home.id(), id(order)).stream())
                .map(OrderRemark::key)
                .toList();
    }

    private java.time.Instant collectedStep(Code order) {
        return jdbc.sql("select at from order_history where order_id = ? and to_status = 'COLLECTED'")
                .param(id(order).value())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
