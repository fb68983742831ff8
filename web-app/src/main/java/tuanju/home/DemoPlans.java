package tuanju.home;

import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.coupon.CouponGiving;
import tuanju.coupon.CouponGiving.Gift;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.plan.Plans;
import tuanju.plan.Subscribing;

/** A plan of the demo community with a coupon each month, which the shopper and three neighbours have. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoPlans {

    private static final long PRICE_FEN = 19_90;

    private final CouponGiving giving;
    private final Plans plans;
    private final Subscribing subscribing;
    private final DemoTill till;

    void make(DemoMorning.Cast cast, MemberId operator) {
        var monthly = giving.openForPlans(
                operator,
                cast.community(),
                new Gift(
                        "团友卡每月券",
                        Money.ofYuan("3"),
                        null,
                        Money.ofYuan("40"),
                        null,
                        Money.ofYuan("800"),
                        Duration.ofDays(120)));
        var plan = plans.open(operator, cast.community(), "桂花里团友卡", PRICE_FEN, monthly);
        for (var member :
                List.of(cast.neighbours().getFirst(), cast.neighbour(1), cast.neighbour(4), cast.neighbour(6))) {
            var taken = subscribing.take(member, plan);
            till.payAt(subscribing.payAt(member, taken, DemoTill.PROVIDER));
        }
    }
}
