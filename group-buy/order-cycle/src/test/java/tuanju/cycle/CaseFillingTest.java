package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tuanju.cycle.CaseFilling.Ask;

@Tag("many")
class CaseFillingTest {

    private static final int CASE = 4;

    @Test
    void twoOrderedAndTwoToleratedAreOneCaseOfFour() {
        var filling = CaseFilling.of(CASE, List.of(new Ask(2, 2)));

        assertThat(filling.cases()).isEqualTo(1);
        assertThat(filling.given()).containsExactly(4);
    }

    @Test
    void fiveOrderedAndThreeToleratedAreTwoCasesOfFour() {
        var filling = CaseFilling.of(CASE, List.of(new Ask(5, 3)));

        assertThat(filling.cases()).isEqualTo(2);
        assertThat(filling.given()).containsExactly(8);
    }

    @Test
    void tolerancesAloneOpenNoCase() {
        assertThat(CaseFilling.of(CASE, List.of(new Ask(4, 4))).given()).containsExactly(4);
    }

    @Test
    void whatFillsNoCaseIsCutFromTheLastToTheFirst() {
        var filling = CaseFilling.of(CASE, List.of(new Ask(2, 0), new Ask(1, 0), new Ask(2, 0), new Ask(1, 0)));

        assertThat(filling.given()).containsExactly(2, 1, 1, 0);
        assertThat(filling.loose()).isEqualTo(2);
        assertThat(filling.missing()).isEqualTo(2);
    }

    @Test
    void countsWhatTolerancesAlreadyFillOfTheOpenCase() {
        var filling = CaseFilling.of(CASE, List.of(new Ask(1, 2)));

        assertThat(filling.missing()).isEqualTo(1);
        assertThat(filling.room()).isEqualTo(3);
    }

    @Test
    void refusesACaseOfNothing() {
        assertThatThrownBy(() -> CaseFilling.of(0, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void givesFullCasesOnlyAndLosesNoPiece(
            @ForAll @IntRange(min = 1, max = 24) int caseSize, @ForAll("asks") List<Ask> asks) {
        var filling = CaseFilling.of(caseSize, asks);
        long given = filling.given().stream().mapToLong(Integer::longValue).sum();

        assertThat(given).isEqualTo(filling.pieces()).isEqualTo(filling.cases() * caseSize);
        assertThat(filling.given()).hasSameSizeAs(asks);
    }

    @Property
    void givesNobodyMoreThanTheyWouldTake(
            @ForAll @IntRange(min = 1, max = 24) int caseSize, @ForAll("asks") List<Ask> asks) {
        var given = CaseFilling.of(caseSize, asks).given();

        for (int i = 0; i < asks.size(); i++) {
            assertThat(given.get(i))
                    .isBetween(0, asks.get(i).quantity() + asks.get(i).tolerance());
        }
    }

    @Property
    void cutsNobodyUnlessACaseStaysOpenAndThenLessThanACase(
            @ForAll @IntRange(min = 1, max = 24) int caseSize, @ForAll("asks") List<Ask> asks) {
        var filling = CaseFilling.of(caseSize, asks);
        var given = filling.given();
        long cut = 0;
        for (int i = 0; i < asks.size(); i++) {
            cut += Math.max(0, asks.get(i).quantity() - given.get(i));
        }

        assertThat(cut).isEqualTo(filling.loose()).isLessThan(caseSize);
        assertThat(cut == 0).isEqualTo(filling.missing() == 0);
    }

    @Property
    void isNeverBetterForWhoCameLaterWithTheSameOrder(
            @ForAll @IntRange(min = 1, max = 24) int caseSize, @ForAll("asks") List<Ask> asks) {
        var given = CaseFilling.of(caseSize, asks).given();

        for (int early = 0; early < asks.size(); early++) {
            for (int late = early + 1; late < asks.size(); late++) {
                if (asks.get(early).equals(asks.get(late))) {
                    assertThat(given.get(early)).isGreaterThanOrEqualTo(given.get(late));
                }
            }
        }
    }

    @Property
    void usesTolerancesOnlyOnceEverybodyHasWhatTheyOrdered(
            @ForAll @IntRange(min = 1, max = 24) int caseSize, @ForAll("asks") List<Ask> asks) {
        var given = CaseFilling.of(caseSize, asks).given();
        boolean isSomebodyCut = false;
        boolean isSomebodyGivenMore = false;
        for (int i = 0; i < asks.size(); i++) {
            isSomebodyCut |= given.get(i) < asks.get(i).quantity();
            isSomebodyGivenMore |= given.get(i) > asks.get(i).quantity();
        }

        assertThat(isSomebodyCut && isSomebodyGivenMore).isFalse();
    }

    @Property
    void isFilledByExactlyWhatItSaysIsMissing(
            @ForAll @IntRange(min = 1, max = 24) int caseSize, @ForAll("asks") List<Ask> asks) {
        var filling = CaseFilling.of(caseSize, asks);
        var more = new ArrayList<>(asks);
        more.add(new Ask((int) filling.missing(), 0));
        var filled = CaseFilling.of(caseSize, more);

        assertThat(filled.missing()).isZero();
        assertThat(filled.loose()).isZero();
        assertThat(filled.cases()).isEqualTo(filling.missing() == 0 ? filling.cases() : filling.cases() + 1);
    }

    @Property
    void answersTheSameTwiceAndLooseGoodsAsOrdered(@ForAll("asks") List<Ask> asks) {
        assertThat(CaseFilling.of(CASE, asks).given())
                .isEqualTo(CaseFilling.of(CASE, List.copyOf(asks)).given());
        assertThat(CaseFilling.of(1, asks).given())
                .isEqualTo(asks.stream().map(Ask::quantity).toList());
    }

    @Provide
    Arbitrary<List<Ask>> asks() {
        var ask = Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 12))
                .as(Ask::new);
        return ask.list().ofMaxSize(12);
    }
}
