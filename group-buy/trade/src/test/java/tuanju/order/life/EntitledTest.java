package tuanju.order.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Percentage;
import tuanju.order.life.Entitlement.Kind;

@DisplayName("I-L15 Who gets a share of an order")
class EntitledTest {

    private static final Entitlement FEE = Entitlement.leaderFee(new Percentage(1_500));

    @Test
    void aCommissionGivesWayToTheFeeWhereBothAreMoreThanAFifth() {
        assertThat(Entitled.within(List.of(to(Kind.COMMISSION, 800), FEE)).all())
                .extracting(it -> it.kind() + " " + it.share().basisPoints())
                .containsExactly("COMMISSION 500", "LEADER_FEE 1500");
    }

    @Test
    void nothingOfNothingIsPromised() {
        var all = Entitlement.leaderFee(new Percentage(2_000));

        assertThat(Entitled.within(List.of(all, to(Kind.COMMISSION, 800))).all())
                .containsExactly(all);
    }

    @Test
    void oneOrderHasOneCommissionAndGivesNoMoreThanItself() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Entitled.within(List.of(to(Kind.COMMISSION, 1), to(Kind.COMMISSION, 1))));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Entitled.within(List.of(FEE, to(Kind.SUPPLIER, 8_501))));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Entitled.within(List.of(Entitlement.leaderFee(new Percentage(2_001)))));
    }

    private static Entitlement to(Kind kind, int basisPoints) {
        return new Entitlement(kind, new MemberId(Ids.next()), new Percentage(basisPoints), Set.of());
    }
}
