package tuanju.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.Percentage;

class ShareTest {

    private static final MemberId SOMEBODY = new MemberId(Ids.next());

    @Test
    @DisplayName("8 % of a line of ¥60 in an order of ¥100, and half of that once half went back")
    void goesWithWhatGoesBack() {
        var share = new Share(
                Share.Kind.COMMISSION, SOMEBODY, new Percentage(800), Money.ofYuan("60"), Money.ofYuan("100"));

        assertThat(share.of(Money.ofYuan("100"))).isEqualTo(Money.ofYuan("4.80"));
        assertThat(share.of(Money.ofYuan("50"))).isEqualTo(Money.ofYuan("2.40"));
        assertThat(share.of(Money.ZERO)).isEqualTo(Money.ZERO);
    }

    @Property
    @Tag("many")
    @Label(
            "I-L15 shares are never more than is kept, none strays a fen or grows when something goes back, and however it goes back, the end is the same")
    void stayWithinWhatIsKept(
            @ForAll @LongRange(min = 1, max = 100_000_000) long paid,
            @ForAll @IntRange(min = 0, max = 1_000) int basePerMille,
            @ForAll @IntRange(min = 500, max = 1_500) int fee,
            @ForAll @IntRange(min = 1, max = 8_000) int supplier,
            @ForAll @IntRange(min = 0, max = 1_000) int keptPerMille) {
        var whole = Money.ofFen(paid);
        var kept = Money.ofFen(paid * keptPerMille / 1_000);
        var leader = new LeaderFee(new Percentage(fee), whole, Money.ZERO);
        var commission = share(Share.Kind.COMMISSION, 2_000 - fee, Money.ofFen(paid * basePerMille / 1_000), whole);
        var delivered = share(Share.Kind.SUPPLIER, supplier, whole, whole);

        long given = leader.of(kept).fen()
                + commission.of(kept).fen()
                + delivered.of(kept).fen();
        assertThat(given).isBetween(0L, kept.fen());
        assertThat(leader.of(kept).fen() + commission.of(kept).fen()).isLessThanOrEqualTo(kept.fen() / 5 + 1);
        assertThat(delivered.of(kept).fen() - (double) kept.fen() * supplier / 10_000)
                .isBetween(-1.0, 0.0);
        if (!kept.isZero()) {
            var less = kept.minus(Money.ofFen(1));
            assertThat(commission.of(less).fen())
                    .isLessThanOrEqualTo(commission.of(kept).fen());
            long takenBack = delivered.of(whole).fen()
                    - delivered.of(kept).fen()
                    + delivered.of(kept).fen()
                    - delivered.of(less).fen();
            assertThat(takenBack)
                    .isEqualTo(delivered.of(whole).fen() - delivered.of(less).fen());
        }
    }

    private static Share share(Share.Kind kind, int basisPoints, Money base, Money paid) {
        return new Share(kind, SOMEBODY, new Percentage(basisPoints), base, paid);
    }
}
