package tuanju.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Leaders;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.TodayNotes;
import tuanju.cycle.planning.CycleOpening;
import tuanju.cycle.planning.CycleRounds;
import tuanju.money.Money;

@ModuleTest
class SeriesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Rhythm MONDAYS = new Rhythm(1, DayOfWeek.MONDAY, LocalTime.of(8, 0));

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    OrderCycles cycles;

    @Autowired
    CycleRounds rounds;

    @Autowired
    KeepingSeries keeping;

    @Autowired
    SeriesRows rows;

    @Autowired
    SeriesTurns turns;

    @Autowired
    SeriesNotes notes;

    @Autowired
    Templates templates;

    @Autowired
    Leaders leaders;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void openTheFirstRound() {
        home = neighbourhoods.found(1);
        var now = Instant.now();
        var eggs = new CyclePlan.Item(null, "散养鸡蛋", "30枚", null, Money.ofYuan("29.90"), 40);
        cycle = opening.open(
                home.leader(),
                home.id(),
                new CyclePlan(
                        "周三水果 第12期",
                        List.of(eggs),
                        now.minusSeconds(60),
                        now.plus(Duration.ofHours(3)),
                        PickupPlace.of(home.point()),
                        now.plus(Duration.ofHours(20)),
                        now.plus(Duration.ofHours(30))));
    }

    @Test
    void opensTheNextRoundWhenItsTurnComesAndTellsTheLeader() {
        var series = begin(true);
        close();
        letItsTurnCome(series);

        turns.turn(series);

        var next = rounds.latest(home.id(), cycle.id());
        assertThat(next.title()).isEqualTo("周三水果 第13期");
        assertThat(next.status()).isEqualTo(CycleStatus.OPEN);
        assertThat(next.cutOff()).isAfter(Instant.now());
        assertThat(cycles.products(next).getFirst().left()).isEqualTo(40);
        assertThat(outcome()).isEqualTo(Series.Outcome.OPENED);
        assertThat(notes.of(home.leader())).extracting(TodayNotes.Note::key).containsExactly("series.note.opened");
    }

    @Test
    void waitsForItsLeaderWhereTheyWantToLookFirst() {
        var series = begin(false);
        close();
        letItsTurnCome(series);

        turns.turn(series);

        var draft = rounds.latest(home.id(), cycle.id());
        assertThat(draft.title()).isEqualTo("周三水果 第13期");
        assertThat(draft.status()).isEqualTo(CycleStatus.DRAFT);
        assertThat(notes.of(home.leader()))
                .containsExactly(new TodayNotes.Note("series.note.draft", "周三水果 第13期", "/lead/cycles/" + draft.code()));
        move(draft, "OPEN");
        assertThat(notes.of(home.leader())).isEmpty();
    }

    @Test
    void opensNothingPastADraftOfItsLeader() {
        var series = begin(true);
        close();
        var draft = rounds.draft(home.leader(), cycles.byCode(cycle.code()));
        letItsTurnCome(series);

        turns.turn(series);

        assertThat(rounds.latest(home.id(), cycle.id()).id()).isEqualTo(draft.id());
        assertThat(outcome()).isEqualTo(Series.Outcome.WAITING);
        assertThat(notes.of(home.leader())).extracting(TodayNotes.Note::key).containsExactly("series.note.draft");
    }

    @Test
    void aDraftThatWasThrownAwayIsNoRound() {
        var series = begin(true);
        close();
        var draft = rounds.draft(home.leader(), cycles.byCode(cycle.code()));
        move(draft, "LAPSED");
        assertThat(rounds.latest(home.id(), cycle.id()).id()).isEqualTo(cycle.id());
        letItsTurnCome(series);

        turns.turn(series);

        assertThat(rounds.latest(home.id(), cycle.id()).title()).isEqualTo("周三水果 第13期");
    }

    /** As its leader would on the draft's page. */
    private void move(CycleCard draft, String status) {
        var cause = status.equals("OPEN") ? "opened" : "discarded";
        jdbc.sql("""
                        update order_cycle set status = ?, change_cause = ?, opens = greatest(opens, now()),
                            version = version + 1
                        where community_id = ? and id = ?
                        """).params(status, cause, home.id().value(), draft.id()).update();
    }

    @Test
    void skipsWhileTheRoundBeforeStillTakesOrders() {
        var series = begin(true);
        letItsTurnCome(series);

        turns.turn(series);

        assertThat(rounds.latest(home.id(), cycle.id()).id()).isEqualTo(cycle.id());
        assertThat(outcome()).isEqualTo(Series.Outcome.SKIPPED);
        assertThat(keeping.of(home.leader()).getFirst().next()).isAfter(Instant.now());
    }

    @Test
    @DisplayName("many instances at once open one round, and a turn missed by a stop is taken once")
    void isTakenOnceInACluster() throws Exception {
        var series = begin(true);
        close();
        jdbc.sql("update cycle_series set next_at = now() - interval '20 days' where id = ?")
                .param(series.id())
                .update();
        var together = new CyclicBarrier(6);
        try (var instances = Executors.newFixedThreadPool(6)) {
            var all = IntStream.range(0, 6)
                    .mapToObj(it -> instances.submit(() -> {
                        together.await();
                        turns.turn(series);
                        return it;
                    }))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
        turns.turn(series);

        assertThat(jdbc.sql("select count(*) from order_cycle where community_id = ? and previous_id = ?")
                        .params(home.id().value(), cycle.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPausedOrEndedSeriesDoesNothing() {
        var series = begin(true);
        close();
        keeping.pause(home.leader(), series.id());
        letItsTurnCome(series);
        turns.turn(series);
        assertThat(rounds.latest(home.id(), cycle.id()).id()).isEqualTo(cycle.id());

        keeping.resume(home.leader(), series.id());
        assertThat(keeping.of(home.leader()).getFirst().next()).isAfter(Instant.now());
        keeping.end(home.leader(), series.id());
        assertThat(keeping.of(home.leader())).isEmpty();
    }

    @Test
    void endsWithItsLeader() {
        var series = begin(true);
        close();
        leaders.revoke(home.leader(), home.id(), home.leader(), "搬走了");
        letItsTurnCome(series);

        turns.turn(series);

        assertThat(rounds.latest(home.id(), cycle.id()).id()).isEqualTo(cycle.id());
        assertThat(rows.due()).extracting(Series::id).doesNotContain(series.id());
    }

    @Test
    void aCycleComesAgainInOneSeriesOnly() {
        begin(true);

        assertThatThrownBy(() -> begin(false)).isInstanceOf(AlreadyRepeating.class);
        assertThatThrownBy(() -> Rhythm.read(3, 1, "08:00")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Rhythm.read(1, 8, "08:00")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Rhythm.read(1, 1, "8点")).isInstanceOf(Invalid.class);
    }

    @Test
    void keepsItsRhythmWhateverWasMissed() {
        var monday = Instant.parse("2026-11-23T00:00:00Z");
        var fortnightly = new Rhythm(2, DayOfWeek.MONDAY, LocalTime.of(8, 0));

        assertThat(MONDAYS.first(Instant.parse("2026-11-22T05:00:00Z"), SHANGHAI))
                .isEqualTo(monday);
        assertThat(MONDAYS.first(monday, SHANGHAI)).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
        assertThat(MONDAYS.after(monday, monday.plusSeconds(5), SHANGHAI))
                .isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
        assertThat(fortnightly.after(monday, Instant.parse("2026-12-08T01:00:00Z"), SHANGHAI))
                .isEqualTo(Instant.parse("2026-12-21T00:00:00Z"));
    }

    @Test
    void aTemplateIsKeptUnderANameUntilItsLeaderForgetsIt() {
        templates.keep(home.leader(), cycle, "水果");
        var kept = templates.keep(home.leader(), cycle, "周三水果");

        assertThat(templates.of(home.leader()))
                .extracting(Templates.Template::name)
                .containsExactly("周三水果");
        assertThatThrownBy(() -> templates.keep(home.leader(), cycle, " ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> templates.drop(home.member(0), kept.id())).isInstanceOf(NotFound.class);
        templates.drop(home.leader(), kept.id());
        assertThat(templates.of(home.leader())).isEmpty();
    }

    private Series begin(boolean opens) {
        return keeping.begin(home.leader(), cycle, MONDAYS, opens);
    }

    private void close() {
        jdbc.sql("update order_cycle set status = 'CLOSED', closed_at = now() where community_id = ? and id = ?")
                .params(home.id().value(), cycle.id())
                .update();
    }

    private void letItsTurnCome(Series series) {
        jdbc.sql("update cycle_series set next_at = now() - interval '1 second' where id = ?")
                .param(series.id())
                .update();
    }

    private Series.Outcome outcome() {
        var last = keeping.of(home.leader()).getFirst().last();
        return last == null ? Series.Outcome.FAILED : last.outcome();
    }
}
