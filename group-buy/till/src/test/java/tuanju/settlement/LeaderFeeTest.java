package tuanju.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.Percentage;

class LeaderFeeTest {

    @Test
    @DisplayName("¥5 off ¥108 comes out of a fee of 10 %, and goes with what goes back")
    void paysForTheLeadersDiscount() {
        var fee = new LeaderFee(new Percentage(1_000), Money.ofYuan("103"), Money.ofYuan("5"));

        assertThat(fee.of(Money.ofYuan("103"))).isEqualTo(Money.ofYuan("5.80"));
        assertThat(fee.of(Money.ofYuan("51.50"))).isEqualTo(Money.ofYuan("2.90"));
        assertThat(fee.of(Money.ZERO)).isEqualTo(Money.ZERO);
        assertThat(fee.uncovered(Money.ofYuan("103"))).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("the fee stops at nothing, and what it does not cover has a name")
    void stopsAtNothing() {
        var fee = new LeaderFee(new Percentage(500), Money.ofYuan("95"), Money.ofYuan("8"));

        assertThat(fee.of(Money.ofYuan("95"))).isEqualTo(Money.ZERO);
        assertThat(fee.uncovered(Money.ofYuan("95"))).isEqualTo(Money.ofYuan("2.85"));
        assertThat(fee.uncovered(Money.ofYuan("9.50"))).isEqualTo(Money.ofFen(28));
    }

    @Property
    @Tag("many")
    @Label(
            "I-L16 without a discount it is the share of what is kept; with one never more, and what goes back takes of it")
    void takesTheDiscountOutOfTheShare(
            @ForAll @LongRange(min = 1, max = 100_000_000) long paid,
            @ForAll @LongRange(min = 0, max = 10_000_000) long off,
            @ForAll @IntRange(min = 500, max = 1_500) int basisPoints,
            @ForAll @IntRange(min = 0, max = 1_000) int keptPerMille) {
        var share = new Percentage(basisPoints);
        var kept = Money.ofFen(paid * keptPerMille / 1_000);
        var plain = new LeaderFee(share, Money.ofFen(paid), Money.ZERO);
        var giving = new LeaderFee(share, Money.ofFen(paid), Money.ofFen(off));

        assertThat(plain.of(kept)).isEqualTo(kept.share(share));
        assertThat(giving.of(kept).fen()).isBetween(0L, plain.of(kept).fen());
        if (!kept.isZero()) {
            assertThat(giving.of(kept.minus(Money.ofFen(1))).fen())
                    .isLessThanOrEqualTo(giving.of(kept).fen());
        }
        assertThat(Math.min(giving.of(kept).fen(), giving.uncovered(kept).fen()))
                .isZero();
    }

    @Test
    @DisplayName("I-L16 a fee that a discount just uses up is nothing, and nothing is uncovered")
    void aDiscountAsLargeAsTheFee() {
        var fee = new LeaderFee(new Percentage(1_000), Money.ofFen(900), Money.ofFen(100));

        assertThat(fee.of(Money.ofFen(900))).isEqualTo(Money.ZERO);
        assertThat(fee.uncovered(Money.ofFen(900))).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("I-L19 what goes back of a settled order is kept no more, and takes its part of the fee along")
    void whatGoesBackTakesItsPartOfTheFeeAlong() {
        var terms = new LeaderFee(new Percentage(1_000), Money.ofFen(999), Money.ZERO);
        var settled = new Settlement(
                new CommunityId(new UUID(0, 1)),
                new UUID(0, 2),
                new MemberId(new UUID(0, 3)),
                terms,
                Money.ofFen(999),
                List.of());

        assertThat(settled.fee()).isEqualTo(Money.ofFen(99));
        assertThat(settled.less(Money.ofFen(500)).kept()).isEqualTo(Money.ofFen(499));
        assertThat(settled.less(Money.ofFen(500)).fee()).isEqualTo(Money.ofFen(49));
        assertThat(settled.less(Money.ofFen(500)).order()).isEqualTo(settled.order());
    }
}
