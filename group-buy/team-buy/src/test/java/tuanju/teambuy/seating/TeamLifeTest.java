package tuanju.teambuy.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static support.Patience.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhoods;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import support.Told;
import tuanju.community.Code;
import tuanju.order.OrderStatus;
import tuanju.order.WhenFull;
import tuanju.order.book.OrderBook;
import tuanju.teambuy.Face;
import tuanju.teambuy.OfferClosed;
import tuanju.teambuy.TeamOver;
import tuanju.teambuy.TeamStatus;
import tuanju.teambuy.Teams;
import tuanju.teambuy.joining.AlreadyInTeam;
import tuanju.teambuy.joining.TeamJoining;
import tuanju.teambuy.joining.TeamOpening;
import tuanju.teambuy.offering.TeamOfferEditing;

@ModuleTest
class TeamLifeTest {

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
    OrderBook orders;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(4, 2);
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    void formsWhenTheLastSeatIsPaidAndConfirmsEveryOrder() {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        var joined = joining.join(home.member(1), opened.team().code(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        assertThat(till.statusOf(opened.order().code())).isEqualTo(OrderStatus.PAID);
        till.pay(home, home.member(1), joined.order().code());

        var team = teams.card(opened.team().code());
        assertThat(team.status()).isEqualTo(TeamStatus.FORMED);
        assertThat(team.faces()).hasSize(2).allMatch(Face::paid);
        assertThat(till.statusOf(opened.order().code())).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(till.statusOf(joined.order().code())).isEqualTo(OrderStatus.CONFIRMED);
        var mine = orders.card(home.member(0), opened.order().code());
        assertThat(mine.pickupFrom()).isNotNull();
        await().untilAsserted(() ->
                assertThat(Told.topics(jdbc, home.member(1))).containsOnlyOnce("teambuy.told.formed-pickup"));
        assertThat(mine.pickupCode()).hasSize(6);
    }

    @Test
    void showsStrangersMaskedFacesOnly() {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        var face = teams.card(opened.team().code()).faces().getFirst();
        assertThat(face.card().name()).isEqualTo(face.card().publicName()).doesNotContain("邻居0");
        assertThat(face.card().maskedPhone()).isEmpty();
        assertThat(face.opener()).isTrue();
    }

    @Test
    void takesOneSeatPerMemberAndNamesTheTeamTheySitIn() {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        assertThatExceptionOfType(AlreadyInTeam.class)
                .isThrownBy(() -> joining.join(home.member(0), opened.team().code(), home.one()))
                .satisfies(refused -> assertThat(refused.getArguments())
                        .containsExactly(opened.team().code().value()));
        assertThatExceptionOfType(AlreadyInTeam.class)
                .isThrownBy(() -> opening.open(home.member(0), home.offer(), home.one()));
    }

    @Test
    void buyingAloneIsAlwaysPossibleAtTheNormalPriceAndWaitsForNobody() {
        opening.open(home.member(0), home.offer(), home.one());
        var alone = opening.buyAlone(home.member(0), home.offer(), home.one());
        assertThat(alone.amount().fen()).isEqualTo(Neighbourhoods.ALONE_FEN);
        till.pay(home, home.member(0), alone.code());
        assertThat(till.statusOf(alone.code())).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    @DisplayName("§3.3 nr 4, nr 7: a team that lapses gives every member their own money back, each once")
    void lapsingGivesEveryoneTheirMoneyBack() {
        home = neighbourhoods.found(4, 3);
        var opened = opening.open(home.member(0), home.offer(), home.one());
        var joined = joining.join(home.member(1), opened.team().code(), home.pieces(2, WhenFull.REFUND));
        till.pay(home, home.member(0), opened.order().code());
        till.pay(home, home.member(1), joined.order().code());
        end(opened.team().code());

        assertThat(teams.card(opened.team().code()).status()).isEqualTo(TeamStatus.LAPSED);
        refundsArrive(opened.order().code(), joined.order().code());
        assertThat(till.refundedFen(opened.order().code())).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
        assertThat(till.refundedFen(joined.order().code())).isEqualTo(2 * TeamNeighbourhoods.TEAM_FEN);
        await().untilAsserted(
                        () -> assertThat(Told.topics(jdbc, home.member(1))).containsOnlyOnce("teambuy.told.lapsed"));
    }

    @Test
    void endsByItselfAtItsDeadline() {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        neighbourhoods.letTimePass(home.id(), opened.team().code(), Duration.ofHours(25));
        sweep.run();
        assertThat(teams.card(opened.team().code()).status()).isEqualTo(TeamStatus.LAPSED);
        refundsArrive(opened.order().code());
    }

    @Test
    @DisplayName("§3.3 nr 7b: a seat that nobody paid is freed after ten minutes and never formed")
    void aSeatHeldTooLongIsFreeAgain() {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        var held = joining.join(home.member(1), opened.team().code(), home.one());
        holdRunsOut(held.order().code());
        assertThat(teams.card(opened.team().code()).seatsTaken()).isEqualTo(1);

        var other = joining.join(home.member(2), opened.team().code(), home.one());
        till.pay(home, home.member(2), other.order().code());
        assertThat(teams.card(opened.team().code()).status()).isEqualTo(TeamStatus.FORMED);
        assertThat(till.statusOf(held.order().code())).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    @DisplayName(
            "R-03 §3.3 nr 2: paid after the team filled and refund chosen: closed, the money goes back, no stock taken")
    void lateMoneyGoesBackWhenTheBuyerChoseSo() {
        var late = lateBuyer(WhenFull.REFUND);
        till.receive(home.id(), late, home.leader());
        assertThat(till.statusOf(late)).isEqualTo(OrderStatus.CLOSED);
        assertThat(till.refundedFen(late)).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
    }

    @Test
    @DisplayName("R-03 §3.3 nr 2: paid after the team filled and a new team chosen: it opens with the late buyer in it,"
            + " paid")
    void lateMoneyOpensANewTeamWhenTheBuyerChoseSo() {
        var late = lateBuyer(WhenFull.OPEN_NEW);
        till.receive(home.id(), late, home.leader());
        assertThat(till.statusOf(late)).isEqualTo(OrderStatus.PAID);
        var team = teams.card(orders.card(home.member(1), late).source());
        assertThat(team.status()).isEqualTo(TeamStatus.OPEN);
        assertThat(team.seatsPaid()).isEqualTo(1);
        assertThat(till.refundedFen(late)).isZero();
    }

    @Test
    void lateMoneySitsDownInItsOwnTeamWhenASeatIsStillFree() {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        var held = joining.join(home.member(1), opened.team().code(), home.one());
        till.open(home.member(1), held.order().code());
        holdRunsOut(held.order().code());
        till.receive(home.id(), held.order().code(), home.leader());
        assertThat(teams.card(opened.team().code()).status()).isEqualTo(TeamStatus.FORMED);
        assertThat(till.statusOf(held.order().code())).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    @DisplayName("R-04: paid one second, one hour or 25 hours after the deadline: the money goes back")
    void moneyAfterTheDeadlineGoesBack() {
        for (var late : new Duration[] {Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofHours(25)}) {
            home = neighbourhoods.found(1, 2);
            var opened = opening.open(home.member(0), home.offer(), home.one());
            till.open(home.member(0), opened.order().code());
            neighbourhoods.letTimePass(
                    home.id(), opened.team().code(), Duration.ofHours(24).plus(late));
            if (late.toMinutes() > 0) {
                sweep.run();
            }
            till.receive(home.id(), opened.order().code(), home.leader());
            assertThat(till.statusOf(opened.order().code())).isEqualTo(OrderStatus.CLOSED);
            assertThat(till.refundedFen(opened.order().code())).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
            sweep.run();
            assertThat(teams.card(opened.team().code()).status()).isEqualTo(TeamStatus.LAPSED);
        }
    }

    @Test
    @DisplayName("§3.3 nr 8: a team outlives its offer with its full duration")
    void aTeamOutlivesItsOffer() {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        var before = opened.team().deadline();
        editing.end(home.offer(), home.leader());
        var joined = joining.join(home.member(1), opened.team().code(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        till.pay(home, home.member(1), joined.order().code());
        assertThat(teams.card(opened.team().code()).deadline()).isEqualTo(before);
        assertThat(teams.card(opened.team().code()).status()).isEqualTo(TeamStatus.FORMED);
        assertThatExceptionOfType(OfferClosed.class)
                .isThrownBy(() -> opening.open(home.member(2), home.offer(), home.one()));
    }

    @Test
    @DisplayName("§3.3 nr 10: price and size of an open team stay when the offer changes")
    void termsAreFrozen() {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        editing.edit(home.offer(), TeamNeighbourhoods.form(home.sku(), 30_00, 5), home.leader());
        var team = teams.card(opened.team().code());
        assertThat(team.price().fen()).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
        assertThat(team.size()).isEqualTo(2);
        var joined = joining.join(home.member(1), opened.team().code(), home.one());
        assertThat(joined.order().amount().fen()).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
    }

    @Test
    @DisplayName("§3.3 nr 2: a late buyer is never moved to a team at another price")
    void lateMoneyIsNeverMovedToAnotherPrice() {
        var late = lateBuyer(WhenFull.OPEN_NEW);
        editing.edit(home.offer(), TeamNeighbourhoods.form(home.sku(), 41_00, 2), home.leader());
        till.receive(home.id(), late, home.leader());
        assertThat(till.statusOf(late)).isEqualTo(OrderStatus.CLOSED);
        assertThat(till.refundedFen(late)).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
    }

    @Test
    @DisplayName("§3.3 nr 6: the opener may leave, and the link goes on with the others")
    void theOpenerMayLeave() {
        home = neighbourhoods.found(3, 3);
        var opened = opening.open(home.member(0), home.offer(), home.one());
        var joined = joining.join(home.member(1), opened.team().code(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        till.pay(home, home.member(1), joined.order().code());
        leaving.leave(home.member(0), opened.team().code());

        var team = teams.card(opened.team().code());
        assertThat(team.status()).isEqualTo(TeamStatus.OPEN);
        assertThat(team.seatsTaken()).isEqualTo(1);
        assertThat(till.statusOf(opened.order().code())).isEqualTo(OrderStatus.REFUNDED);
        assertThat(till.refundedFen(opened.order().code())).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
        var back = joining.join(home.member(0), opened.team().code(), home.one());
        assertThat(back.team().seatsTaken()).isEqualTo(2);
    }

    @Test
    void theLastToLeaveLapsesTheTeam() {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        leaving.leave(home.member(0), opened.team().code());
        assertThat(teams.card(opened.team().code()).status()).isEqualTo(TeamStatus.LAPSED);
        assertThat(till.statusOf(opened.order().code())).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    @DisplayName("A-33 §3.3 nr 5: success is final: nobody leaves a formed team, so its price is not kept by fewer")
    void nobodyLeavesAFormedTeam() {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        var joined = joining.join(home.member(1), opened.team().code(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        till.pay(home, home.member(1), joined.order().code());
        assertThatExceptionOfType(TeamOver.class)
                .isThrownBy(() -> leaving.leave(home.member(0), opened.team().code()));
        assertThat(till.statusOf(opened.order().code())).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    @DisplayName("A-31: a team of another community or offer is not there")
    void aTeamOfNowhereIsNotFound() {
        var elsewhere = neighbourhoods.found(1, 2);
        var invented = new Code(elsewhere.card().shortCode() + "0000000000");
        assertThatExceptionOfType(tuanju.command.NotFound.class)
                .isThrownBy(() -> joining.join(home.member(0), invented, home.one()));
    }

    /** Someone whose seat was released and whose team filled meanwhile, with a payment still open. */
    private Code lateBuyer(WhenFull choice) {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        var late = joining.join(home.member(1), opened.team().code(), home.pieces(1, choice));
        till.open(home.member(1), late.order().code());
        holdRunsOut(late.order().code());
        var quick = joining.join(home.member(2), opened.team().code(), home.one());
        till.pay(home, home.member(2), quick.order().code());
        return late.order().code();
    }

    private void holdRunsOut(Code order) {
        jdbc.sql("update seat set held_until = now() where order_id = ?")
                .param(till.idOf(order))
                .update();
        sweep.run();
    }

    private void end(Code team) {
        neighbourhoods.letTimePass(home.id(), team, Duration.ofHours(25));
        assertThat(ending.endIfDue(home.id(), teams.card(team).id())).isTrue();
    }

    private void refundsArrive(Code... refunded) {
        await().untilAsserted(() -> {
            for (var order : refunded) {
                assertThat(till.statusOf(order)).isEqualTo(OrderStatus.REFUNDED);
            }
        });
    }
}
