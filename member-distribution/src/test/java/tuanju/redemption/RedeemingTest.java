package tuanju.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.Jobs;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Together;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Leaders;
import tuanju.community.PickupPoints;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.points.CheckingIn;
import tuanju.points.PointsDesk;
import tuanju.points.PointsSpending;
import tuanju.redemption.PointsGoodsKeeping.Draft;

@ModuleTest
@DisplayName("Goods are had for points")
class RedeemingTest {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    PointsGoodsKeeping keeping;

    @Autowired
    Redeeming redeeming;

    @Autowired
    PointsSpending points;

    @Autowired
    PointsDesk desk;

    @Autowired
    CheckingIn checkingIn;

    @Autowired
    Memberships memberships;

    @Autowired
    Leaders leaders;

    @Autowired
    PickupPoints places;

    @Autowired
    Jobs jobs;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;

    /** Everybody has the two points of a check-in. */
    @BeforeEach
    void thereArePoints() {
        home = neighbourhoods.found(3);
        desk.switchOn(home.leader(), home.id());
        IntStream.range(0, 3).forEach(it -> checkIn(home.member(it)));
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-B9 I-B10 one for its price, fetched by its code once; a second tap of the leader changes nothing")
    void oneForItsPrice() {
        var eggs = put(2, 5);
        var had = redeeming.redeem(me(), eggs);

        assertThat(points.usable(home.id(), me())).isZero();
        assertThat(promised()).isEqualTo(2 * 2L);
        assertThat(redeeming.offered(home.id()))
                .singleElement()
                .extracting(PointsGoods::stock)
                .isEqualTo(4);
        assertThat(redeeming.waitingAt(home.leader()))
                .extracting(Redemption::pickupCode)
                .containsExactly(had.pickupCode());
        assertThat(catchThrowable(() -> redeeming.handOver(home.member(1), had.code())))
                .isInstanceOf(NotFound.class);

        redeeming.handOver(home.leader(), had.code());
        redeeming.handOver(home.leader(), had.code());
        refused(() -> redeeming.giveBack(home.leader(), had.code(), "没货了"), "redemption-handed");
        assertThat(redeeming.waitingAt(home.leader())).isEmpty();
        assertThat(points.usable(home.id(), me())).isZero();
        assertThat(catchThrowable(() -> jdbc.sql(
                                "update redemption set state = 'WAITING', handed_at = null, changed_by = null where code = ?")
                        .param(had.code().value())
                        .update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName(
            "I-B9 what is missing gives its points back, once and to their lot, and its owner reads why; they may have it again")
    void whatIsMissingGivesBack() {
        var eggs = put(2, 5);
        var had = redeeming.redeem(me(), eggs);

        refused(() -> redeeming.giveBack(home.leader(), had.code(), " "), "text-missing");
        Together.run(IntStream.range(0, 6)
                .mapToObj(it -> Together.act(() -> redeeming.giveBack(home.leader(), had.code(), "路上压坏了")))
                .toList());
        redeeming.giveBack(home.leader(), had.code(), "路上压坏了");

        assertThat(points.usable(home.id(), me())).isEqualTo(2);
        assertThat(promised()).isEqualTo(3 * 2L);
        assertThat(redeeming.of(me(), null).items())
                .singleElement()
                .extracting(Redemption::reason)
                .isEqualTo("路上压坏了");
        refused(() -> redeeming.handOver(home.leader(), had.code()), "redemption-returned");
        redeeming.redeem(me(), eggs);
        assertThat(points.usable(home.id(), me())).isZero();
    }

    @Test
    @DisplayName("of a lot that ended meanwhile the points are again for a while")
    void ofALotThatEnded() {
        var had = redeeming.redeem(me(), put(2, 1));
        jdbc.sql(
                        "update points_lot set ends_at = usable_from + interval '1 millisecond' where community_id = ? and member_id = ?")
                .params(home.id().value(), me().value())
                .update();

        redeeming.giveBack(home.leader(), had.code(), "没货了");

        assertThat(points.usable(home.id(), me())).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "too few points, none left, one that waits, taken out, a stranger: nothing changes, and a sentence says why")
    void whatIsRefused() {
        refused(() -> redeeming.redeem(me(), put(3, 5)), "not-enough-points");
        assertThat(redeeming.offered(home.id()))
                .singleElement()
                .extracting(PointsGoods::stock)
                .isEqualTo(5);
        var one = put(1, 1);
        redeeming.redeem(me(), one);
        refused(() -> redeeming.redeem(home.member(1), one), "redemption-gone");
        var two = put(1, 5);
        redeeming.redeem(me(), two);
        refused(() -> redeeming.redeem(home.member(1), put(0)), "redemption-gone");
        keeping.end(home.leader(), two);
        refused(() -> redeeming.redeem(home.member(1), two), "redemption-gone");
        refused(() -> redeeming.redeem(neighbourhoods.found(1).member(0), two), "redemption-of-members");
        assertThat(points.usable(home.id(), home.member(1))).isEqualTo(2);
    }

    @Test
    @DisplayName("one of each waits for a member at a time")
    void oneWaitsAtATime() {
        var one = put(1, 5);
        redeeming.redeem(me(), one);

        refused(() -> redeeming.redeem(me(), one), "redemption-waits");
        assertThat(points.usable(home.id(), me())).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "R of three who tap at once before one piece one has it, and the others their points; two tabs of one balance have one")
    void manyAtOnce() {
        var last = put(2, 1);
        var outcomes = Together.run(IntStream.range(0, 3)
                .mapToObj(it -> (Callable<Redemption>) () -> redeeming.redeem(home.member(it), last))
                .toList());
        assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
        assertThat(IntStream.range(0, 3)
                        .map(it -> points.usable(home.id(), home.member(it)))
                        .sum())
                .isEqualTo(4);

        var member = IntStream.range(0, 3)
                .mapToObj(home::member)
                .filter(it -> points.usable(home.id(), it) == 2)
                .findFirst()
                .orElseThrow();
        var goods = List.of(put(2, 5), put(2, 5));
        var tabs = Together.run(goods.stream()
                .map(it -> (Callable<Redemption>) () -> redeeming.redeem(member, it))
                .toList());
        assertThat(tabs).filteredOn(Together.Outcome::succeeded).hasSize(1);
        assertThat(points.usable(home.id(), member)).isZero();
    }

    @Test
    @DisplayName("is put there by who leads, at a point of theirs, in words the law allows")
    void isPutByLeaders() {
        var draft = new Draft(home.card().shortCode(), "鸡蛋", "", 5, 5, null);
        assertThat(catchThrowable(() -> keeping.put(me(), draft))).isInstanceOf(NotFound.class);
        refused(
                () -> keeping.put(home.leader(), new Draft(home.card().shortCode(), "发展下线送", "", 5, 5, null)),
                "against-the-law-c-02");
        refused(
                () -> keeping.put(home.leader(), new Draft(home.card().shortCode(), "鸡蛋", "", 0, 5, null)),
                "redemption-number");
        refused(
                () -> keeping.put(home.leader(), new Draft(home.card().shortCode(), "鸡蛋", "", 5, 10_000, null)),
                "redemption-number");
        assertThat(catchThrowable(() -> keeping.count(me(), put(1, 1), 3))).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("who leads no more hands over and counts nothing; what waits at their point gives its points back")
    void ofALeaderWhoLeadsNoMore() {
        var eggs = put(2, 5);
        var had = redeeming.redeem(me(), eggs);
        jobs.run("redemptions-return");
        assertThat(redeeming.of(me(), null).items().getFirst().isWaiting()).isTrue();

        leaders.revoke(home.leader(), home.id(), home.member(2), "搬走了");

        assertThat(catchThrowable(() -> redeeming.handOver(home.leader(), had.code())))
                .isInstanceOf(NotFound.class);
        assertThat(catchThrowable(() -> redeeming.giveBack(home.leader(), had.code(), "没货了")))
                .isInstanceOf(NotFound.class);
        assertThat(catchThrowable(() -> keeping.count(home.leader(), eggs, 9))).isInstanceOf(NotFound.class);
        assertThat(redeeming.offered(home.id())).isEmpty();
        jobs.run("redemptions-return");
        jobs.run("redemptions-return");
        assertThat(points.usable(home.id(), me())).isEqualTo(2);
        assertThat(redeeming.of(me(), null).items().getFirst().isHandedOverByNobody())
                .isTrue();
    }

    @Test
    @DisplayName("at a point that is closed nobody has anything, and no more are counted than may ever be there")
    void atAClosedPoint() {
        var eggs = keeping.put(home.leader(), new Draft(home.card().shortCode(), "土鸡蛋", "", 1, 9_999, null));
        redeeming.redeem(me(), eggs);
        refused(() -> keeping.count(home.leader(), eggs, 9_999), "redemption-too-many");
        keeping.count(home.leader(), eggs, 9_998);

        places.close(home.id(), home.point().id(), home.leader());

        assertThat(redeeming.offered(home.id())).isEmpty();
        refused(() -> redeeming.redeem(home.member(1), eggs), "redemption-gone");
        assertThat(points.usable(home.id(), home.member(1))).isEqualTo(2);
    }

    private MemberId me() {
        return home.member(0);
    }

    private Code put(int price, int pieces) {
        return keeping.put(home.leader(), new Draft(home.card().shortCode(), "土鸡蛋", "10 枚", price, pieces, null));
    }

    private Code put(int pieces) {
        var code = put(1, 1);
        keeping.count(home.leader(), code, pieces);
        return code;
    }

    private void checkIn(MemberId member) {
        memberships.join(member, home.id());
        checkingIn.checkIn(home.id(), member);
    }

    private long promised() {
        return ledger.balance(
                        new Account(Account.Kind.POINTS_LIABILITY, home.id().value()))
                .fen();
    }

    private static void refused(ThrowingCallable act, String as) {
        assertThat(catchThrowable(act))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo(as);
    }
}
