package tuanju.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import support.Together;

@DisplayName("Members check in")
class CheckingInTest extends PointsExample {

    @Test
    @DisplayName("A-42 I-B7 once a day: 24 clients at once, and one of them has the points")
    void onceADay() {
        var taps = Together.run(IntStream.range(0, 24)
                .mapToObj(it -> (Callable<CheckIn>) () -> checkingIn.checkIn(mine()))
                .toList());

        assertThat(taps.stream().filter(Together.Outcome::succeeded)).hasSize(1);
        assertThat(taps.stream().filter(it -> !it.succeeded()).map(Together.Outcome::refusal))
                .allMatch(it -> it instanceof CheckedInAlready);
        assertThat(now().balance()).isEqualTo(2);
        assertThat(promised()).isEqualTo(2);
    }

    @Test
    void daysInARowAreAStreak() {
        jdbc.sql("""
            insert into points_check_in (community_id, member_id, day, streak, points)
            select ?, ?, (now() at time zone 'Asia/Shanghai')::date - n, 4 - n, 2 from generate_series(1, 3) n
            """).params(home.id().value(), me.value()).update();

        assertThat(checkingIn.checkIn(mine()).streak()).isEqualTo(4);
    }

    @Test
    void onlyWhereSomethingIsGivenAndOnlyWhoBelongs() {
        desk.say(home.leader(), home.card(), new Terms(1, 0, true));
        assertThatThrownBy(() -> checkingIn.checkIn(mine())).isInstanceOf(CheckedInAlready.class);

        desk.switchOn(home.leader(), home.id());
        memberships.leave(me, home.id());
        assertThatThrownBy(() -> checkingIn.checkIn(mine()))
                .isInstanceOf(CheckedInAlready.class)
                .extracting(it -> ((CheckedInAlready) it).getType())
                .isEqualTo("check-in-of-members");
        assertThat(now().balance()).isZero();
    }

    @Test
    void whatEndsSoonIsSpokenOfOnce() {
        give(30);
        jdbc.sql("""
            update points_lot set ends_at = now() + interval '6 days', made_at = now() - interval '300 days'
            where community_id = ?
            """).param(home.id().value()).update();

        ending.toRemind().forEach(ending::remind);
        ending.toRemind().forEach(ending::remind);

        assertThat(jdbc.sql("select count(*) from notification where member_id = ? and topic = 'points.told.soon'")
                        .param(me.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
