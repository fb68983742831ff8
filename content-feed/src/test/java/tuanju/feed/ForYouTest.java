package tuanju.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.note.Notes.Candidate;

@DisplayName("What is for somebody")
class ForYouTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final MemberId READER = new MemberId(new UUID(7, 7));

    @Property
    @Label("no author twice in five, nothing twice in ten, no note twice, and the same again for the same moment")
    void keepsApart(@ForAll long seed, @ForAll @IntRange(max = 120) int number) {
        var all = some(new Random(seed), number);
        var ranked = ForYou.rank(all, READER, NOW);
        var notes = ranked.stream().map(ForYou.Ranked::note).toList();
        assertThat(notes).doesNotHaveDuplicates().isSubsetOf(all);
        for (int i = 0; i + 1 < notes.size(); i++) {
            var five = notes.subList(i, Math.min(notes.size(), i + ForYou.AUTHORS_APART));
            var ten = notes.subList(i, Math.min(notes.size(), i + ForYou.GOODS_APART));
            assertThat(five.stream().map(Candidate::author)).doesNotHaveDuplicates();
            assertThat(ten.stream().flatMap(it -> it.about().stream())).doesNotHaveDuplicates();
        }
        var shuffled = new java.util.ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertThat(ForYou.rank(shuffled, READER, NOW)).isEqualTo(ranked);
    }

    @Property
    @Label("more of a good never ranks lower")
    void moreIsNeverLess(@ForAll long seed, @ForAll @IntRange(max = 500) int more) {
        var one = some(new Random(seed), 1).getFirst();
        double score = ForYou.score(one, NOW);
        assertThat(ForYou.score(with(one, one.weight() + more, one.known(), one.had(), 0), NOW))
                .isGreaterThanOrEqualTo(score);
        assertThat(ForYou.score(with(one, one.weight(), true, one.had(), 0), NOW))
                .isGreaterThanOrEqualTo(score);
        assertThat(ForYou.score(with(one, one.weight(), one.known(), true, 0), NOW))
                .isGreaterThanOrEqualTo(score);
        assertThat(ForYou.score(with(one, one.weight(), one.known(), one.had(), more), NOW))
                .isGreaterThanOrEqualTo(score);
    }

    @Test
    void afterTwoDaysHalfIsLeft() {
        var fresh = new Candidate(code(1), author(1), List.of(), NOW, 0, false, false);
        var old = new Candidate(code(2), author(2), List.of(), NOW.minus(Duration.ofHours(48)), 0, false, false);
        assertThat(ForYou.score(fresh, NOW)).isEqualTo(1.0);
        assertThat(ForYou.score(old, NOW)).isEqualTo(0.5);
    }

    @Test
    @DisplayName("every eighth place is for one that would not have come up")
    void explores() {
        var all = IntStream.range(0, 40)
                .mapToObj(it -> new Candidate(
                        code(it), author(it), List.of(), NOW.minus(Duration.ofHours(it)), 0, false, false))
                .toList();
        var ranked = ForYou.rank(all, READER, NOW);
        assertThat(ranked).hasSize(40);
        assertThat(ranked.get(7).why()).isEqualTo(ForYou.Why.EXPLORE);
        assertThat(all.indexOf(ranked.get(7).note())).isGreaterThan(20);
        assertThat(ranked.getFirst().why()).isEqualTo(ForYou.Why.RECENT);
    }

    @Test
    void aPlaceIsRefusedWhereItIsNone() {
        var place = new ForYou.Place(Instant.ofEpochMilli(1_796_000_000_120L), 24);
        assertThat(ForYou.Place.read(place.text())).isEqualTo(place);
        assertThat(ForYou.Place.read("")).isNull();
        for (var wrong : List.of("x", "1", "1-", "-1", "1-2-3", "99999999999999-1", "１-２")) {
            assertThatThrownBy(() -> ForYou.Place.read(wrong)).isInstanceOf(Invalid.class);
        }
    }

    private static List<Candidate> some(Random random, int number) {
        return IntStream.range(0, number)
                .mapToObj(it -> new Candidate(
                        code(it),
                        author(random.nextInt(9)),
                        random.nextBoolean() ? List.of() : List.of("goods " + random.nextInt(15)),
                        NOW.minusSeconds(random.nextInt(900_000)),
                        random.nextInt(60),
                        random.nextInt(5) == 0,
                        random.nextInt(4) == 0))
                .toList();
    }

    private static Candidate with(Candidate it, int weight, boolean known, boolean had, int hoursFresher) {
        return new Candidate(
                it.code(),
                it.author(),
                it.about(),
                it.written().plus(Duration.ofHours(hoursFresher)),
                weight,
                known,
                had);
    }

    private static MemberId author(int number) {
        return new MemberId(new UUID(0, number));
    }

    private static Code code(int number) {
        return new Code("JYSA" + "%010d".formatted(number));
    }
}
