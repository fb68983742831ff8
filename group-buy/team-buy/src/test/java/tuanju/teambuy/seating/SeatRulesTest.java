package tuanju.teambuy.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tuanju.catalog.SkuId;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.teambuy.OfferId;
import tuanju.teambuy.TeamId;
import tuanju.teambuy.TeamStatus;
import tuanju.teambuy.Terms;

class SeatRulesTest {

    private static final Code TEAM = new Code("TEST0000000001");
    private static final Code ANOTHER = new Code("TEST0000000002");
    private static final Money PRICE = Money.ofYuan("39.90");
    private static final CommunityId COMMUNITY = new CommunityId(new UUID(0, 1));
    private static final SkuId SKU = new SkuId(new UUID(0, 2));
    private static final OfferId OFFER = new OfferId(new UUID(0, 3));

    @Test
    void moneyForAHeldSeatSitsDownWhileTheTeamRuns() {
        assertThat(SeatRules.canSit(team(2, true, TEAM), Seat.Status.HELD)).isTrue();
        assertThat(SeatRules.canSit(team(2, false, TEAM), Seat.Status.HELD)).isFalse();
    }

    @Test
    void moneyForAReleasedSeatNeedsAFreeOne() {
        assertThat(SeatRules.canSit(team(1, true, null), Seat.Status.RELEASED)).isTrue();
        assertThat(SeatRules.canSit(team(2, true, null), Seat.Status.RELEASED)).isFalse();
    }

    @Test
    void nobodySitsInTwoTeamsOfAnOffer() {
        assertThat(SeatRules.canSit(team(1, true, ANOTHER), Seat.Status.RELEASED))
                .isFalse();
        assertThat(SeatRules.opensNewTeam(WhenFull.OPEN_NEW, PRICE, offer(true, ANOTHER)))
                .isFalse();
    }

    @Test
    void aSeatIsPaidOnceAndLeftForGood() {
        assertThat(SeatRules.canSit(team(1, true, null), Seat.Status.PAID)).isFalse();
        assertThat(SeatRules.canSit(team(1, true, null), Seat.Status.LEFT)).isFalse();
    }

    @Test
    void lateMoneyOpensANewTeamOnlyWithConsentAndAtTheSamePrice() {
        assertThat(SeatRules.opensNewTeam(WhenFull.OPEN_NEW, PRICE, offer(true, null)))
                .isTrue();
        assertThat(SeatRules.opensNewTeam(WhenFull.REFUND, PRICE, offer(true, null)))
                .isFalse();
        assertThat(SeatRules.opensNewTeam(WhenFull.OPEN_NEW, Money.ofYuan("38"), offer(true, null)))
                .isFalse();
        assertThat(SeatRules.opensNewTeam(WhenFull.OPEN_NEW, PRICE, offer(false, null)))
                .isFalse();
    }

    private static Terms.OfTeam team(int taken, boolean running, @Nullable Code sittingIn) {
        return new Terms.OfTeam(
                COMMUNITY,
                new TeamId(new UUID(0, 4)),
                TEAM,
                OFFER,
                ANOTHER,
                SKU,
                PRICE,
                2,
                taken,
                0,
                1,
                TeamStatus.OPEN,
                running,
                Instant.EPOCH,
                Instant.EPOCH,
                sittingIn);
    }

    private static Terms.OfOffer offer(boolean open, @Nullable Code sittingIn) {
        return new Terms.OfOffer(COMMUNITY, OFFER, ANOTHER, SKU, PRICE, 2, 24, 1, open, sittingIn);
    }
}
