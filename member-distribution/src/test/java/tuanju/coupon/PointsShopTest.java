package tuanju.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import support.Together;
import tuanju.command.Refusal;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.points.CheckingIn;
import tuanju.points.PointsDesk;
import tuanju.points.PointsSpending;

@DisplayName("Coupons are had for points")
class PointsShopTest extends CouponExample {

    @Autowired
    private PointsSpending points;

    @Autowired
    private PointsDesk desk;

    @Autowired
    private CheckingIn checkingIn;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Ledger ledger;

    private MemberId me = new MemberId(new UUID(0, 0));

    /** Everybody has the two points of a check-in, and a coupon costs two. */
    @BeforeEach
    void thereArePoints() {
        me = home.member(0);
        desk.switchOn(home.leader(), home.id());
        checkIn(me);
    }

    @Test
    @DisplayName("I-B8 I-B6 one for its price, and what is promised in the books goes down by it")
    void oneForItsPrice() {
        var campaign = made(five().forPoints(2));
        assertThat(coupons.forPoints(home.id(), me)).hasSize(1);

        claiming.exchange(me, campaign.code());

        assertThat(points.usable(home.id(), me)).isZero();
        assertThat(promised()).isZero();
        assertThat(coupons.of(me, null, 10)).hasSize(1);
        assertThat(coupons.forPoints(home.id(), me)).isEmpty();
    }

    @Test
    @DisplayName("too few points, a second one, none left, its way out: nothing changes, and a sentence says why")
    void whatIsRefused() {
        refused(made(five().forPoints(3)), "not-enough-points");
        assertThat(points.usable(home.id(), me)).isEqualTo(2);
        assertThat(coupons.of(me, null, 10)).isEmpty();

        var campaign = made(five().forPoints(1));
        assertThatThrownBy(() -> claiming.claim(me, campaign.code()))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo("coupon-not-open");
        claiming.exchange(me, campaign.code());
        refused(campaign, "limit-reached");
        refused(made(five()), "coupon-not-open");
        assertThat(points.usable(home.id(), me)).isEqualTo(1);
    }

    @Test
    @DisplayName("never more are had than the budget pays for whole: whoever gave points can use what they have")
    void neverMoreThanTheBudgetPaysFor() {
        var one = made(five().forPoints(1).budget(9_99));
        claiming.exchange(me, one.code());
        checkIn(home.member(1));

        assertThat(coupons.forPoints(home.id(), home.member(1))).isEmpty();
        assertThatThrownBy(() -> claiming.exchange(home.member(1), one.code()))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo("budget-spent");
        assertThat(points.usable(home.id(), home.member(1))).isEqualTo(2);
    }

    @Test
    @DisplayName("the points that end first go first, and what ended or cannot be used yet pays nothing")
    void thoseThatEndFirst() {
        var before = lots();
        assertThat(before).hasSize(1);
        jdbc.sql("update points_lot set ends_at = usable_from + interval '1 millisecond' where community_id = ?")
                .param(home.id().value())
                .update();

        refused(made(five().forPoints(1)), "not-enough-points");

        jdbc.sql("update points_lot set ends_at = ? where community_id = ?")
                .params(
                        OffsetDateTime.ofInstant(Instant.now().plusSeconds(9_000), ZoneOffset.UTC),
                        home.id().value())
                .update();
        claiming.exchange(me, made(five().forPoints(1)).code());
        assertThat(lots()).containsExactly(1);
    }

    @Tag("storm")
    @Test
    @DisplayName(
            "R-07 24 taps of one balance have one coupon; 24 people before seven coupons have seven, and the others their points")
    void manyAtOnce() {
        var campaigns =
                IntStream.range(0, 24).mapToObj(it -> made(five().forPoints(2))).toList();
        var taps = Together.run(campaigns.stream()
                .map(it -> (Callable<ClaimedCoupon>) () -> claiming.exchange(me, it.code()))
                .toList());
        assertThat(taps.stream().filter(Together.Outcome::succeeded)).hasSize(1);
        assertThat(points.usable(home.id(), me)).isZero();

        var people = neighbourhoods.members(24);
        people.forEach(this::checkIn);
        var draft = five().forPoints(2);
        var few = made(draft.most(7));
        var outcomes = Together.run(people.stream()
                .map(it -> (Callable<ClaimedCoupon>) () -> claiming.exchange(it, few.code()))
                .toList());
        assertThat(outcomes.stream().filter(Together.Outcome::succeeded)).hasSize(7);
        assertThat(people.stream().mapToInt(it -> points.usable(home.id(), it)).sum())
                .isEqualTo(17 * 2);
        assertThat(promised()).isEqualTo(17 * 2);
    }

    private void checkIn(MemberId member) {
        memberships.join(member, home.id());
        checkingIn.checkIn(home.id(), member);
    }

    private List<Integer> lots() {
        return jdbc.sql("select left_points from points_lot where community_id = ? and member_id = ?")
                .params(home.id().value(), me.value())
                .query(Integer.class)
                .list();
    }

    private long promised() {
        return ledger.balance(
                        new Account(Account.Kind.POINTS_LIABILITY, home.id().value()))
                .fen();
    }

    private void refused(Campaign campaign, String why) {
        assertThatThrownBy(() -> claiming.exchange(me, campaign.code()))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo(why);
    }
}
