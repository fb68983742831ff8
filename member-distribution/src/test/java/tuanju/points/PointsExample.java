package tuanju.points;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.paying.OrderCancelling;

/** What the tests of points share: a community where a yuan gives one, a check-in two, and they pay a part of orders. */
@ModuleTest
abstract class PointsExample {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    PointsDesk desk;

    @Autowired
    PointsReading reading;

    @Autowired
    PointsKeeping keeping;

    @Autowired
    PointsEnding ending;

    @Autowired
    CheckingIn checkingIn;

    @Autowired
    Memberships memberships;

    @Autowired
    CycleRound round;

    @Autowired
    Till till;

    @Autowired
    OrderCancelling cancelling;

    @Autowired
    CalledOff calledOff;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Neighbourhood home;
    MemberId me;
    private @Nullable CycleCard cycle;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(3);
        me = home.member(0);
        memberships.join(me, home.id());
        desk.switchOn(home.leader(), home.id());
        cycle = round.open(home, null, CycleRound.eggs(20_00));
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    CycleCard eggs() {
        return Objects.requireNonNull(cycle);
    }

    Owner mine() {
        return new Owner(home.id(), me);
    }

    PointsNow now() {
        return reading.of(home.card(), me, null);
    }

    /** So many to be used at once, as a check-in gives them. */
    void give(int points) {
        var at = Instant.now();
        transaction.executeWithoutResult(
                status -> keeping.add(mine(), Entry.Kind.CHECKED_IN, Lot.got(Lot.Rule.CHECK_IN, null, points, at, at)));
    }

    /** Its goods do not come, and all of its money goes back. */
    void callOff(Code order) {
        transaction.executeWithoutResult(status ->
                calledOff.whole(home.id(), id(order), AdjustmentKind.SHORT, new OrderChange(null, "product-short")));
    }

    OrderId id(Code order) {
        return new OrderId(till.idOf(order));
    }

    long promised() {
        return ledger.balance(
                        new Account(Account.Kind.POINTS_LIABILITY, home.id().value()))
                .fen();
    }

    /** The time of every lot is over. */
    void letAllEnd() {
        jdbc.sql("""
            update points_lot set ends_at = usable_from + interval '1 millisecond' where community_id = ? and ends_at > now()
            """).param(home.id().value()).update();
    }
}
