package tuanju.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.receiving.SharePolicy.BY_NEED;
import static tuanju.receiving.SharePolicy.EQUAL_SHARE;
import static tuanju.receiving.SharePolicy.FEWEST_FIRST;
import static tuanju.receiving.SharePolicy.ORDER_TIME;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tuanju.receiving.FairShare.Ask;

@Tag("many")
class FairShareTest {

    private static final List<Ask> THREE_TWO_ONE = List.of(ask(3), ask(2), ask(1));

    @Test
    void theFirstToOrderIsGivenFirstByOrderTime() {
        assertThat(FairShare.of(ORDER_TIME, 4, THREE_TWO_ONE)).containsExactly(3, 1, 0);
    }

    @Test
    void everybodyGetsTheSameByEqualShareAndTheOddPieceGoesToTheFirst() {
        assertThat(FairShare.of(EQUAL_SHARE, 4, THREE_TWO_ONE)).containsExactly(2, 1, 1);
    }

    @Test
    void theSmallestOrdersAreGivenFirstByFewestFirst() {
        assertThat(FairShare.of(FEWEST_FIRST, 4, THREE_TWO_ONE)).containsExactly(1, 2, 1);
    }

    @Test
    void whoIsInNeedIsGivenFirstAndTheRestIsShared() {
        var asks = List.of(ask(3), new Ask(2, true), ask(1));

        assertThat(FairShare.of(BY_NEED, 4, asks)).containsExactly(1, 2, 1);
        assertThat(FairShare.of(BY_NEED, 1, asks)).containsExactly(0, 1, 0);
    }

    @Property
    void everyPieceIsGivenOutAndNoneTwice(
            @ForAll SharePolicy policy, @ForAll @IntRange(max = 300) int usable, @ForAll("households") List<Ask> asks) {
        int wanted = asks.stream().mapToInt(Ask::pieces).sum();

        assertThat(sum(FairShare.of(policy, usable, asks))).isEqualTo(Math.min(usable, wanted));
    }

    @Property
    void nobodyGetsMoreThanTheyOrdered(
            @ForAll SharePolicy policy, @ForAll @IntRange(max = 300) int usable, @ForAll("households") List<Ask> asks) {
        var given = FairShare.of(policy, usable, asks);

        assertThat(given).hasSameSizeAs(asks);
        assertThat(IntStream.range(0, asks.size()))
                .allMatch(it ->
                        given.get(it) >= 0 && given.get(it) <= asks.get(it).pieces());
    }

    @Property
    void nobodyWhoLacksSomethingIsMoreThanOnePieceBehindByEqualShare(
            @ForAll @IntRange(max = 300) int usable, @ForAll("households") List<Ask> asks) {
        var given = FairShare.of(EQUAL_SHARE, usable, asks);

        assertThat(lacking(given, asks)).allMatch(poor -> given.stream().allMatch(rich -> rich <= given.get(poor) + 1));
    }

    @Property
    void whoOrderedEarlierIsNeverWorseOffByOrderTime(
            @ForAll @IntRange(max = 300) int usable, @ForAll("households") List<Ask> asks) {
        var given = FairShare.of(ORDER_TIME, usable, asks);

        assertThat(lacking(given, asks))
                .allMatch(poor -> given.subList(poor + 1, given.size()).stream().allMatch(later -> later == 0));
    }

    @Property
    void noOtherRuleGivesMoreHouseholdsAllTheyOrderedThanFewestFirst(
            @ForAll SharePolicy policy, @ForAll @IntRange(max = 300) int usable, @ForAll("households") List<Ask> asks) {
        assertThat(content(FairShare.of(FEWEST_FIRST, usable, asks), asks))
                .isGreaterThanOrEqualTo(content(FairShare.of(policy, usable, asks), asks));
    }

    @Property
    void nobodyElseIsGivenAnythingBeforeThoseInNeedHaveAll(
            @ForAll @IntRange(max = 300) int usable, @ForAll("households") List<Ask> asks) {
        var given = FairShare.of(BY_NEED, usable, asks);
        boolean needIsMet = lacking(given, asks).noneMatch(it -> asks.get(it).isInNeed());

        assertThat(needIsMet
                        || IntStream.range(0, asks.size())
                                .allMatch(it -> asks.get(it).isInNeed() || given.get(it) == 0))
                .isTrue();
    }

    @Property
    void onePieceMoreTakesNothingFromAnybody(
            @ForAll SharePolicy policy, @ForAll @IntRange(max = 300) int usable, @ForAll("households") List<Ask> asks) {
        var given = FairShare.of(policy, usable, asks);
        var more = FairShare.of(policy, usable + 1, asks);

        assertThat(IntStream.range(0, asks.size())).allMatch(it -> more.get(it) >= given.get(it));
    }

    @Property
    void theSameQuestionHasTheSameAnswer(
            @ForAll SharePolicy policy, @ForAll @IntRange(max = 300) int usable, @ForAll("households") List<Ask> asks) {
        assertThat(FairShare.of(policy, usable, asks)).isEqualTo(FairShare.of(policy, usable, List.copyOf(asks)));
    }

    @Provide
    Arbitrary<List<Ask>> households() {
        return Combinators.combine(Arbitraries.integers().between(1, 12), Arbitraries.of(true, false))
                .as(Ask::new)
                .list()
                .ofMaxSize(40);
    }

    private static IntStream lacking(List<Integer> given, List<Ask> asks) {
        return IntStream.range(0, asks.size())
                .filter(it -> given.get(it) < asks.get(it).pieces());
    }

    private static long content(List<Integer> given, List<Ask> asks) {
        return asks.size() - lacking(given, asks).count();
    }

    private static int sum(List<Integer> given) {
        return given.stream().mapToInt(Integer::intValue).sum();
    }

    private static Ask ask(int pieces) {
        return new Ask(pieces, false);
    }
}
