package tuanju.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import support.Together;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;

@DisplayName("Coupons are claimed")
class ClaimingTest extends CouponExample {

    @Test
    void isFoundByWhoeverClaimedIt() {
        var campaign = made(five().lasting(3));

        var claimed = claiming.claim(home.member(0), campaign.code());

        var mine = coupons.of(home.member(0), null, 10);
        assertThat(mine).singleElement().satisfies(it -> {
            assertThat(it.code().value()).isEqualTo(claimed.code());
            assertThat(it.state()).isEqualTo(OwnCoupon.State.FREE);
        });
        assertThat(Duration.between(Instant.now(), claimed.endsAt()))
                .isBetween(Duration.ofHours(71), Duration.ofHours(73));
        assertThat(coupons.of(home.member(1), null, 10)).isEmpty();
    }

    @Test
    @DisplayName("I-K2 one each: a second claim is refused and changes nothing")
    void nobodyHasMoreThanOneMay() {
        var campaign = made(five());
        claiming.claim(home.member(0), campaign.code());

        refused(campaign, "limit-reached");
        assertThat(coupons.of(home.member(0), null, 10)).hasSize(1);
    }

    @Test
    void aPacketIsForThoseWhoComeFirst() {
        var packet = made(five().packet(1));
        claiming.claim(home.member(1), packet.code());

        refused(packet, "limit-reached");
    }

    @Test
    void whatWasEndedIsNotClaimedButStays() {
        var campaign = made(five());
        claiming.claim(home.member(1), campaign.code());
        campaigns.end(operator, campaign.code());

        refused(campaign, "coupon-not-open");
        assertThat(coupons.of(home.member(1), null, 10).getFirst().state()).isEqualTo(OwnCoupon.State.FREE);
    }

    @Test
    void aCodeOfNothingIsNotFound() {
        assertThatThrownBy(() ->
                        claiming.claim(home.member(0), new Code(home.card().shortCode() + "0000000000")))
                .isInstanceOf(NotFound.class);
    }

    @Tag("storm")
    @Test
    @DisplayName("I-K2 of 24 who claim at once as many get one as there are; of 24 taps of one member one")
    void manyAtOnce() {
        var people = neighbourhoods.members(24);
        var packet = made(five().packet(7));
        var outcomes = Together.run(people.stream()
                .map(it -> (Callable<ClaimedCoupon>) () -> claiming.claim(it, packet.code()))
                .toList());
        assertThat(outcomes.stream().filter(Together.Outcome::succeeded)).hasSize(7);

        var open = made(five());
        var taps = Together.run(IntStream.range(0, 24)
                .mapToObj(it -> (Callable<ClaimedCoupon>) () -> claiming.claim(people.getFirst(), open.code()))
                .toList());
        assertThat(taps.stream().filter(Together.Outcome::succeeded)).hasSize(1);
        assertThat(taps.stream()
                        .filter(it -> !it.succeeded())
                        .map(it -> it.refusal() instanceof Refusal refusal
                                ? refusal.getType()
                                : String.valueOf(it.refusal()))
                        .collect(Collectors.toSet()))
                .containsExactly("limit-reached");
    }

    private void refused(Campaign campaign, String why) {
        assertThatThrownBy(() -> claiming.claim(home.member(0), campaign.code()))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo(why);
    }
}
