package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tuanju.command.Invalid;
import tuanju.cycle.Allocation.Given;
import tuanju.cycle.CaseFilling.Ask;
import tuanju.money.Money;

/** What everybody would get if the cycle were decided now, as a rule and nothing else. */
class AllocationTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final CycleProduct MILK = product(10, new ProductTerms(6, null));
    private static final CycleProduct BREAD = product(20, ProductTerms.LOOSE);

    @Test
    @DisplayName("I-C4 a full case is given as ordered, what fills none is cut from the last, and each says why")
    void fullCasesAreGiven() {
        var shares = List.of(share(FIRST, MILK, 4, 0), share(SECOND, MILK, 3, 0), share(SECOND, BREAD, 1, 2));

        var allocation = Allocation.of(List.of(MILK, BREAD), shares);

        assertThat(allocation.given())
                .containsExactly(
                        new Given(shares.get(0), 4, Allocation.AS_ORDERED),
                        new Given(shares.get(1), 2, Allocation.CASE_NOT_FULL),
                        new Given(shares.get(2), 1, Allocation.TOLERANCE_NOT_NEEDED));
        assertThat(allocation.hasOpenCases()).isTrue();
        assertThat(allocation.standing()).isEqualTo(new Minimum.Standing(Money.ofFen(6 * 10 + 20), 2, 7, 1));
    }

    @Test
    @DisplayName("I-C4 pieces somebody would take as well fill a case, and are given as ordered")
    void tolerancesFillACase() {
        var shares = List.of(share(FIRST, MILK, 4, 0), share(SECOND, MILK, 1, 1));

        var allocation = Allocation.of(List.of(MILK), shares);

        assertThat(allocation.given()).extracting(Given::pieces).containsExactly(4, 2);
        assertThat(allocation.given()).extracting(Given::cause).containsOnly(Allocation.AS_ORDERED);
        assertThat(allocation.hasOpenCases()).isFalse();
    }

    @Test
    @DisplayName("I-C4 goods short of their own minimum are given to nobody and ordered from nobody")
    void goodsShortOfTheirMinimumAreLeftOut() {
        var bread = product(20, new ProductTerms(1, new Minimum(Minimum.Kind.PIECES, 3)));
        var shares = List.of(share(FIRST, bread, 2, 0), share(FIRST, MILK, 6, 0));

        var allocation = Allocation.of(List.of(bread, MILK), shares);

        assertThat(allocation.products())
                .extracting(Allocation.OfProduct::missing)
                .containsExactly(1L, 0L);
        assertThat(allocation.given())
                .containsExactly(
                        new Given(shares.get(0), 0, Allocation.PRODUCT_SHORT),
                        new Given(shares.get(1), 6, Allocation.AS_ORDERED));
        assertThat(allocation.standing()).isEqualTo(new Minimum.Standing(Money.ofFen(60), 1, 6, 1));
    }

    @Test
    void anOrderThatIsGivenNothingCountsNowhere() {
        var third = new UUID(0, 3);
        var shares = List.of(share(FIRST, MILK, 3, 0), share(SECOND, MILK, 3, 0), share(third, MILK, 2, 0));

        var allocation = Allocation.of(List.of(MILK), shares);

        assertThat(allocation.products().getFirst().standing().orders()).isEqualTo(2);
        assertThat(allocation.standing().orders()).isEqualTo(2);
    }

    @Test
    void goodsThatNobodyOrderedStandAtNothing() {
        var allocation = Allocation.of(List.of(MILK), List.of());

        assertThat(allocation.given()).isEmpty();
        assertThat(allocation.hasOpenCases()).isFalse();
        assertThat(allocation.standing()).isEqualTo(new Minimum.Standing(Money.ZERO, 0, 0, 0));
    }

    @Test
    void aMinimumIsReachedInItsOwnUnit() {
        var standing = new Minimum.Standing(Money.ofFen(500), 4, 30, 2);

        assertThat(new Minimum(Minimum.Kind.MONEY, 600).missing(standing)).isEqualTo(100);
        assertThat(new Minimum(Minimum.Kind.ORDERS, 5).missing(standing)).isEqualTo(1);
        assertThat(new Minimum(Minimum.Kind.PIECES, 30).missing(standing)).isZero();
        assertThat(new Minimum(Minimum.Kind.CASES, 1).missing(standing)).isZero();
        assertThat(new Minimum(Minimum.Kind.CASES, 1).reached(standing)).isEqualTo(2);
        assertThat(Minimum.of(null, 0)).isNull();
        assertThat(Minimum.of("CASES", 3)).isEqualTo(new Minimum(Minimum.Kind.CASES, 3));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 100_000_000_01L})
    void aMinimumOfNothingOrOfTooMuchIsRefused(long amount) {
        assertThatThrownBy(() -> new Minimum(Minimum.Kind.MONEY, amount)).isInstanceOf(Invalid.class);
    }

    @Test
    void aMinimumMayBeOneAndAHundredMillionYuan() {
        assertThat(new Minimum(Minimum.Kind.MONEY, 1).amount()).isEqualTo(1);
        assertThat(new Minimum(Minimum.Kind.MONEY, 100_000_000_00L).amount()).isEqualTo(100_000_000_00L);
    }

    @Test
    void nobodyAsksForFewerThanNoPieces() {
        assertThatThrownBy(() -> new Ask(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ask(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCaseMayHoldOnePieceAndHasNoRoomWhenItIsFull() {
        assertThat(CaseFilling.of(1, List.of(new Ask(2, 0))).cases()).isEqualTo(2);
        assertThat(CaseFilling.of(4, List.of(new Ask(4, 0))).room()).isZero();
    }

    private static CycleShare share(UUID order, CycleProduct product, int quantity, int tolerance) {
        return new CycleShare(order, product.id(), quantity, tolerance, true);
    }

    private static CycleProduct product(long fen, ProductTerms terms) {
        return new CycleProduct(new UUID(1, fen), null, "x", "", null, Money.ofFen(fen), null, 0, 0, terms);
    }
}
