package tuanju.teambuy.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import support.Invariants;
import support.ModuleTest;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.order.OrderStatus;
import tuanju.order.WhenFull;
import tuanju.order.paying.OrderCancelling;
import tuanju.teambuy.TeamStatus;
import tuanju.teambuy.Teams;
import tuanju.teambuy.joining.TeamJoining;
import tuanju.teambuy.joining.TeamOpening;

/** Whatever people do in whatever order, a team never breaks a rule; checked against a model of one page. */
class TeamModelTest {

    private static final int PEOPLE = 5;

    /** What people and clocks can do. */
    enum Act {
        OPEN,
        JOIN,
        JOIN_OR_OPEN_NEW,
        PAY,
        PAY_LATE,
        CANCEL,
        LEAVE,
        HOLD_RUNS_OUT,
        DEADLINE
    }

    /** One thing that one person does. */
    record Step(Act act, int person) {}

    /** The beans of a module test, from the same context as all others. */
    @ModuleTest
    static class Beans {

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
        OrderCancelling cancelling;

        @Autowired
        Teams teams;

        @Autowired
        TeamSweep sweep;

        @Autowired
        JdbcClient jdbc;

        static final Beans ALL = load();

        private static Beans load() {
            var beans = new Beans();
            try {
                new TestContextManager(Beans.class).prepareTestInstance(beans);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return beans;
        }
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    @Label(
            "I-G1 I-G2 I-G4 I-G6 I-G7 I-G8 any sequence of open, join, pay, pay late, cancel, leave, hold over and deadline keeps every"
                    + " invariant")
    void anySequenceKeepsEveryInvariant(
            @ForAll @Size(min = 5, max = 24) List<Act> acts, @ForAll @IntRange(min = 2, max = 4) int size) {
        keepsEveryInvariant(acts, size);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    @Tag("storm")
    @Label("I-G1 I-G2 I-G4 I-G6 I-G7 I-G8 sixty such sequences")
    void sixtySequencesKeepEveryInvariant(
            @ForAll @Size(min = 5, max = 24) List<Act> acts, @ForAll @IntRange(min = 2, max = 4) int size) {
        keepsEveryInvariant(acts, size);
    }

    private static void keepsEveryInvariant(List<Act> acts, int size) {
        var world = new World(Beans.ALL, size);
        for (int i = 0; i < acts.size(); i++) {
            world.take(new Step(acts.get(i), i % PEOPLE));
            world.agreesWithTheDatabase();
        }
        Invariants.check(Beans.ALL.jdbc);
    }

    /** The model: the first team and who did what; the database must agree with it after every step. */
    private static final class World {

        private final Beans beans;
        private final TeamNeighbourhood home;
        private final Map<Integer, Code> orders = new HashMap<>();
        private final List<Code> everPaid = new ArrayList<>();
        private @Nullable Code team;
        private @Nullable TeamStatus ended;

        World(Beans beans, int size) {
            this.beans = beans;
            this.home = beans.neighbourhoods.found(PEOPLE, size);
        }

        void take(Step step) {
            try {
                attempt(step);
            } catch (Refusal refused) {
                // a refusal changes nothing, which the model sees after the step
            }
        }

        private void attempt(Step step) {
            var member = home.member(step.person());
            var order = orders.get(step.person());
            switch (step.act()) {
                case OPEN -> open(step.person());
                case JOIN -> join(step.person(), WhenFull.REFUND);
                case JOIN_OR_OPEN_NEW -> join(step.person(), WhenFull.OPEN_NEW);
                case PAY -> pay(order, step.person());
                case PAY_LATE -> payLate(order, step.person());
                case CANCEL -> {
                    if (order != null) {
                        beans.cancelling.cancel(member, order);
                    }
                }
                case LEAVE -> {
                    if (team != null) {
                        beans.leaving.leave(member, team);
                    }
                }
                case HOLD_RUNS_OUT -> holdsRunOut();
                case DEADLINE -> deadline(step.person());
            }
        }

        private void open(int person) {
            var opened = beans.opening.open(home.member(person), home.offer(), home.one());
            orders.put(person, opened.order().code());
            if (team == null || ended != null) {
                team = opened.team().code();
                ended = null;
            }
        }

        private void join(int person, WhenFull choice) {
            if (team != null) {
                var taken = beans.joining.join(home.member(person), team, home.pieces(1, choice));
                orders.put(person, taken.order().code());
            }
        }

        private void pay(@Nullable Code order, int person) {
            if (order != null && beans.till.statusOf(order) == OrderStatus.PLACED) {
                beans.till.pay(home, home.member(person), order);
                everPaid.add(order);
            }
        }

        private void payLate(@Nullable Code order, int person) {
            if (order != null && beans.till.statusOf(order) == OrderStatus.PLACED) {
                beans.till.open(home.member(person), order);
                holdsRunOut();
                beans.till.receive(home.id(), order, home.leader());
                everPaid.add(order);
            }
        }

        private void holdsRunOut() {
            beans.jdbc
                    .sql("update seat set held_until = now() where community_id = ? and status = 'HELD'")
                    .param(home.id().value())
                    .update();
            beans.sweep.run();
        }

        /** Rare enough that teams also form. */
        private void deadline(int person) {
            if (team != null && person == 0) {
                beans.neighbourhoods.letTimePass(home.id(), team, Duration.ofHours(25));
                beans.sweep.run();
            }
        }

        void agreesWithTheDatabase() {
            if (team != null) {
                var card = beans.teams.card(team);
                assertThat(card.seatsTaken()).isEqualTo(card.faces().size()).isLessThanOrEqualTo(card.size());
                if (ended != null) {
                    assertThat(card.status()).as("an end is final").isEqualTo(ended);
                }
                ended = card.status() == TeamStatus.OPEN ? null : card.status();
            }
            assertThat(everPaid).allSatisfy(this::endsInOnePlace);
        }

        /** Money that came is in an order that goes on, or all of it is on its way back, or its refund is written down. */
        private void endsInOnePlace(Code order) {
            var standing = beans.till.standingOf(order);
            long back = standing.refundedFen();
            switch (standing.status()) {
                case CLOSED, REFUNDED -> assertThat(back).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
                case PAID, CONFIRMED, COLLECTED, COMPLETED -> assertThat(back).isZero();
                case PLACED -> throw new AssertionError("Paid, and still waiting for its money");
            }
        }
    }
}
