package tuanju.teambuy.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.ModuleTest;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import support.Together;
import tuanju.command.Answer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.order.OrderStatus;
import tuanju.order.WhenFull;
import tuanju.teambuy.TeamStatus;
import tuanju.teambuy.Teams;
import tuanju.teambuy.joining.AlreadyInTeam;
import tuanju.teambuy.joining.PriceChanged;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.SeatTaken;
import tuanju.teambuy.joining.TeamFull;
import tuanju.teambuy.joining.TeamJoining;
import tuanju.teambuy.joining.TeamOpening;
import tuanju.teambuy.offering.TeamOfferEditing;

@ModuleTest
class SeatRacesTest {

    private static final int RUNS_AT_THE_DEADLINE = 27;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    TeamOpening opening;

    @Autowired
    TeamJoining joining;

    @Autowired
    TeamLeaving leaving;

    @Autowired
    TeamOfferEditing editing;

    @Autowired
    TeamEnding ending;

    @Autowired
    TeamSweep sweep;

    @Autowired
    Teams teams;

    @Autowired
    Commands commands;

    @Autowired
    JdbcClient jdbc;

    private volatile Duration paymentTook = Duration.ofMillis(20);

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    @DisplayName("R-01 k people ask for the last seat at once: one gets it, the others are told it is taken")
    void oneOfManyGetsTheLastSeat(int people) {
        var home = neighbourhoods.found(people + 1, 2);
        var team = opening.open(home.member(0), home.offer(), home.one()).team().code();
        var acts = new ArrayList<Callable<SeatTaken>>();
        for (int i = 1; i <= people; i++) {
            var member = home.member(i);
            acts.add(() -> joining.join(member, team, home.one()));
        }
        var outcomes = Together.run(acts);
        assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allMatch(outcome -> outcome.refusal() instanceof TeamFull);
        assertThat(teams.card(team).seatsTaken()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    @DisplayName("R-01 k late payers pay for the last seat at once: one sits, the other k−1 get all their money back")
    void oneOfManyPayersGetsTheLastSeat(int payers) {
        var home = neighbourhoods.found(payers + 1, 2);
        var opened = opening.open(home.member(0), home.offer(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        var late = new ArrayList<Code>();
        for (int i = 1; i <= payers; i++) {
            late.add(released(home, i, opened.team().code()));
        }
        Together.run(late.stream()
                .map(order -> Together.act(() -> till.receive(home.id(), order, home.leader())))
                .toList());

        assertThat(teams.card(opened.team().code()).status()).isEqualTo(TeamStatus.FORMED);
        assertThat(late)
                .filteredOn(order -> till.statusOf(order) == OrderStatus.CONFIRMED)
                .hasSize(1);
        assertThat(late)
                .filteredOn(order -> till.statusOf(order) == OrderStatus.CLOSED)
                .hasSize(payers - 1)
                .allMatch(order -> till.refundedFen(order) == TeamNeighbourhoods.TEAM_FEN);
    }

    @Test
    @DisplayName("R-01 k late payers who all chose a new team: one sits, the others open one each")
    void latePayersOpenTeamsOfTheirOwn() {
        var home = neighbourhoods.found(5, 2);
        var opened = opening.open(home.member(0), home.offer(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        var late = new ArrayList<Code>();
        for (int i = 1; i <= 4; i++) {
            late.add(released(home, i, opened.team().code(), WhenFull.OPEN_NEW));
        }
        Together.run(late.stream()
                .map(order -> Together.act(() -> till.receive(home.id(), order, home.leader())))
                .toList());
        assertThat(late)
                .filteredOn(order -> till.statusOf(order) == OrderStatus.CONFIRMED)
                .hasSize(1);
        assertThat(late)
                .filteredOn(order -> till.statusOf(order) == OrderStatus.PAID)
                .hasSize(3);
        assertThat(teams.toJoin(home.offer())).hasSize(3);
    }

    @Test
    @DisplayName(
            "R-02 I-G3 the last payment and the deadline at the same moment: formed or lapsed, never both, all counted")
    void formingAndLapsingCannotBothWin() {
        int formed = 0;
        int lapsed = 0;
        var home = neighbourhoods.found(2 * RUNS_AT_THE_DEADLINE, 2);
        for (int run = 0; run < RUNS_AT_THE_DEADLINE; run++) {
            var team = raceTheDeadline(home, run);
            var card = teams.card(team);
            formed += card.status() == TeamStatus.FORMED ? 1 : 0;
            lapsed += card.status() == TeamStatus.LAPSED ? 1 : 0;
        }
        assertThat(formed + lapsed).isEqualTo(RUNS_AT_THE_DEADLINE);
        assertThat(formed).as("some payments won").isPositive();
        assertThat(lapsed).as("some deadlines won").isPositive();
    }

    /**
     * The deadline lies as far ahead as the payment before took, give or take some milliseconds, so that either may win;
     * of nine one is sure to be paid in time and one to be late, however busy the machine.
     */
    private Code raceTheDeadline(TeamNeighbourhood home, int run) {
        var opened = opening.open(home.member(2 * run), home.offer(), home.one());
        var joined = joining.join(home.member(2 * run + 1), opened.team().code(), home.one());
        till.pay(home, home.member(2 * run), opened.order().code());
        till.open(home.member(2 * run + 1), joined.order().code());
        var id = teams.card(opened.team().code()).id();
        jdbc.sql("update team set deadline = clock_timestamp() + make_interval(secs => ?) where id = ?")
                .params(secondsToGo(run % 9), id.value())
                .update();
        Together.run(List.of(
                Together.act(() -> {
                    long start = System.nanoTime();
                    till.receive(home.id(), joined.order().code(), home.leader());
                    paymentTook = Duration.ofNanos(System.nanoTime() - start);
                }),
                Together.act(() -> {
                    while (teams.card(opened.team().code()).status() == TeamStatus.OPEN) {
                        ending.endIfDue(home.id(), id);
                    }
                })));
        bothOrdersAgree(opened.team().code(), joined.order().code());
        return opened.team().code();
    }

    private double secondsToGo(int turn) {
        return switch (turn) {
            case 0 -> 0;
            case 8 -> 3600;
            default -> Math.max(0.001, paymentTook.toMillis() / 1000.0 + (turn - 4) * 0.004);
        };
    }

    private void bothOrdersAgree(Code team, Code last) {
        if (teams.card(team).status() == TeamStatus.FORMED) {
            assertThat(till.statusOf(last)).isEqualTo(OrderStatus.CONFIRMED);
        } else {
            assertThat(till.statusOf(last)).isEqualTo(OrderStatus.CLOSED);
            assertThat(till.refundedFen(last)).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
        }
    }

    @Test
    @DisplayName(
            "R-11 the opener leaves while the last seat is paid: the team formed with both, or goes on without them")
    void leavingRacesForming() {
        for (int run = 0; run < 12; run++) {
            var home = neighbourhoods.found(2, 2);
            var opened = opening.open(home.member(0), home.offer(), home.one());
            var joined = joining.join(home.member(1), opened.team().code(), home.one());
            till.pay(home, home.member(0), opened.order().code());
            till.open(home.member(1), joined.order().code());
            Together.run(List.of(
                    Together.act(
                            () -> leaving.leave(home.member(0), opened.team().code())),
                    Together.act(() -> till.receive(home.id(), joined.order().code(), home.leader()))));
            var team = teams.card(opened.team().code());
            if (team.status() == TeamStatus.FORMED) {
                assertThat(till.statusOf(opened.order().code())).isEqualTo(OrderStatus.CONFIRMED);
            } else {
                assertThat(team.seatsPaid()).isEqualTo(1);
                assertThat(till.statusOf(opened.order().code())).isEqualTo(OrderStatus.REFUNDED);
                assertThat(till.statusOf(joined.order().code())).isEqualTo(OrderStatus.PAID);
            }
        }
    }

    @Test
    @DisplayName("R-11 the opener leaves twice at once while another joins: left once, refunded once")
    void leavingTwiceIsLeavingOnce() {
        var home = neighbourhoods.found(3, 3);
        var opened = opening.open(home.member(0), home.offer(), home.one());
        var stays = joining.join(home.member(1), opened.team().code(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        till.pay(home, home.member(1), stays.order().code());
        Together.run(List.of(
                Together.act(() -> leaving.leave(home.member(0), opened.team().code())),
                Together.act(() -> leaving.leave(home.member(0), opened.team().code())),
                Together.act(() -> joining.join(home.member(2), opened.team().code(), home.one()))));
        assertThat(teams.card(opened.team().code()).seatsTaken()).isEqualTo(2);
        assertThat(till.refundedFen(opened.order().code())).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
    }

    @Test
    @DisplayName("R-16 five taps with one key join once, and all get the same answer")
    void fiveTapsJoinOnce() {
        var home = neighbourhoods.found(2, 3);
        var team = opening.open(home.member(0), home.offer(), home.one()).team().code();
        var key = new CommandKey(
                home.member(1).value().toString(), "POST teams/" + team + "/seats", UUID.randomUUID() + "", "1");
        Callable<Answer<String>> tap = () -> commands.once(
                key,
                String.class,
                () -> joining.join(home.member(1), team, home.one())
                        .order()
                        .code()
                        .value());
        var answers = Together.run(List.of(tap, tap, tap, tap, tap));
        assertThat(answers).allMatch(Together.Outcome::succeeded);
        assertThat(answers.stream()
                        .map(it -> it.value() == null ? "" : it.value().value())
                        .distinct())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(it -> it.value() != null && !it.value().replayed())
                .hasSize(1);
        assertThat(teams.card(team).seatsTaken()).isEqualTo(2);
    }

    @Test
    @DisplayName("R-16 two windows without a key: one seat, the other window is told which team")
    void twoWindowsTakeOneSeat() {
        var home = neighbourhoods.found(2, 3);
        var team = opening.open(home.member(0), home.offer(), home.one()).team().code();
        Callable<SeatTaken> window = () -> joining.join(home.member(1), team, home.one());
        var outcomes = Together.run(List.of(window, window, window));
        assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allMatch(outcome -> outcome.refusal() instanceof AlreadyInTeam);
    }

    @Test
    @DisplayName("one member opens teams of one offer in three windows at once: one team")
    void threeWindowsOpenOneTeam() {
        var home = neighbourhoods.found(1, 2);
        Callable<SeatTaken> window = () -> opening.open(home.member(0), home.offer(), home.one());
        var outcomes = Together.run(List.of(window, window, window));
        assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allMatch(outcome -> outcome.refusal() instanceof AlreadyInTeam);
    }

    @Test
    @DisplayName(
            "R-17 the price is edited while the buyer looks: 409 with the new price, or charged as shown; nothing kept")
    void chargesWhatWasShownOrNothing() {
        var home = neighbourhoods.found(1, 2);
        var shown =
                new SeatRequest(1, WhenFull.REFUND, home.point().id(), "", Money.ofFen(TeamNeighbourhoods.TEAM_FEN));
        editing.edit(home.offer(), TeamNeighbourhoods.form(home.sku(), 45_00, 2), home.leader());
        assertThatExceptionOfType(PriceChanged.class)
                .isThrownBy(() -> opening.open(home.member(0), home.offer(), shown))
                .satisfies(refused -> assertThat(refused.getArguments()).containsExactly("45.00"));
        assertThat(jdbc.sql("select count(*) from orders where buyer_id = ?")
                        .param(home.member(0).value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Code released(TeamNeighbourhood home, int member, Code team) {
        return released(home, member, team, WhenFull.REFUND);
    }

    /** Someone who took the seat, did not pay in ten minutes, and has a payment still open. */
    private Code released(TeamNeighbourhood home, int member, Code team, WhenFull choice) {
        var order = joining.join(home.member(member), team, home.pieces(1, choice))
                .order()
                .code();
        till.open(home.member(member), order);
        jdbc.sql("update seat set held_until = now() where order_id = ?")
                .param(till.idOf(order))
                .update();
        sweep.run();
        return order;
    }
}
