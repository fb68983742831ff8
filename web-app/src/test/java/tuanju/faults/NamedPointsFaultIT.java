package tuanju.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tuanju.faults.History.Kind;
import tuanju.faults.Trap.Harm;

/** Falls at the worst moments there are, each named by the statement it happens at. */
@Tag("fault")
@DisplayName("Falls at named points")
class NamedPointsFaultIT {

    private static final Duration SURELY = Duration.ofMinutes(3);

    private final House house = House.wired();

    /** The points of F-02: something is done, and what belongs to it is not. */
    enum Point {
        CAPTURE_STORED_ORDER_NOT_TOLD("insert into capture", 1),
        ORDER_PAID_BOOKS_NOT_KEPT("insert into ledger_transfer", 0),
        PROVIDER_CHARGES_NOT_SAVED("update payment set pay_url", 0),
        PROVIDER_REFUNDS_NOT_SAVED("insert into refund_attempt", 0),
        EVENT_TAKEN_OUT_NOT_HEARD("delete from outbox_event", 1);

        private final String statement;
        private final int later;

        Point(String statement, int later) {
            this.statement = statement;
            this.later = later;
        }
    }

    @AfterEach
    void takeTrapsAway() {
        house.wire().clear();
    }

    @ParameterizedTest(name = "F-02 {0}")
    @EnumSource
    @DisplayName("F-02 kill -9 at a named point leaves nothing half done")
    void isKilledAt(Point point) {
        var trap = Trap.before(point.statement, Harm.CUT).later(point.later);
        house.under("F-02 " + point, () -> killedAt(trap)).holds();
    }

    @Test
    @DisplayName("F-03 an event whose transaction was committed is heard after the restart, once in effect")
    void isKilledBetweenCommitAndListener() {
        var trap = Trap.afterCommitOf("insert into outbox_event", Harm.CUT);
        house.under("F-03 before the listener", () -> killedAt(trap)).holds();
    }

    @Test
    @DisplayName("F-13 a commit whose news is lost is found again with the same key")
    void theNewsOfACommitIsLost() {
        house.under("F-13 order's commit lost", () -> cutAt(Trap.afterCommitOf("insert into orders", Harm.CUT)))
                .holds();
        house.under("F-13 capture's commit lost", () -> cutAt(Trap.afterCommitOf("insert into capture", Harm.CUT)))
                .holds();
    }

    @Test
    @DisplayName(
            "F-04 an order that fails at any of its statements has changed nothing, and goes through with the same key")
    void anOrderFailsAtEveryStatement() {
        int statement = 0;
        for (boolean failed = true; failed; statement++) {
            failed = ordersWithFailure(buyer(statement), statement);
        }
        assertThat(statement).as("statements of an order").isGreaterThan(3);
        house.verdict("F-04 order, %d statements".formatted(statement), 0, Duration.ZERO)
                .holds();
    }

    @Test
    @DisplayName("F-04 a payment that fails at any of its statements is taken whole or not at all")
    void aPaymentFailsAtEveryStatement() {
        var shopping = new Shopping(house.world(), new Random(1));
        int statement = 0;
        for (boolean failed = true; failed; statement++) {
            var buyer = buyer(statement);
            // as often as the router itself tries again
            var trap = house.wire()
                    .set(Trap.before("insert into capture", Harm.FAIL)
                            .later(statement)
                            .times(3));
            shopping.pay(buyer, shopping.order(buyer, house.world().cycle()));
            failed = trap.hasSprung();
            house.wire().clear();
        }
        assertThat(statement).as("statements of a capture").isGreaterThan(3);
        house.verdict("F-04 payment, %d statements".formatted(statement), 0, Duration.ZERO)
                .holds();
    }

    /** One after the other: nobody may order too often. */
    private Person buyer(int number) {
        var neighbours = house.world().neighbours();
        return neighbours.get(number % neighbours.size());
    }

    /** Answers whether the order has a statement of this number. */
    private boolean ordersWithFailure(Person buyer, int statement) {
        var cycle = house.world().cycle();
        var request = buyer.request(
                "POST",
                "/api/v1/cycles/" + cycle.code() + "/orders",
                "{\"items\":[{\"product\":\"%s\",\"quantity\":1}]}"
                        .formatted(cycle.products().getFirst()));
        var trap = house.wire().set(Trap.before("command_key", Harm.FAIL).later(statement));
        var first = buyer.once(request);
        house.wire().clear();
        if (trap.hasSprung()) {
            assertThat(first.isDone()).as("statement %d failed", statement).isFalse();
        }
        var second = buyer.once(request);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.replayed()).isEqualTo(first.isDone());
        house.history().promised(Kind.PLACED, second.read("$.code"));
        return trap.hasSprung();
    }

    private Duration killedAt(Trap trap) {
        var program = house.program();
        var callingOff = sprung(trap.also(program::kill));
        var back = program.start();
        callingOff.join();
        return back;
    }

    private Duration cutAt(Trap trap) {
        sprung(trap).join();
        return Duration.ZERO;
    }

    /** Payments and refunds come by chance; these come surely. */
    private CompletableFuture<Void> sprung(Trap trap) {
        house.wire().set(trap);
        var callingOff = CompletableFuture.runAsync(() -> new Leading(house.world(), new Random(1)).callOff(2));
        trap.awaitSprung(SURELY);
        return callingOff;
    }
}
