package tuanju.home;

import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.coupon.CouponGiving;
import tuanju.coupon.CouponGiving.Gift;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.Percentage;

/** Coupons in the demo community: some in the neighbours' hands, one to be claimed. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoCoupons {

    private final CouponGiving giving;

    void give(DemoMorning.Cast cast, MemberId operator) {
        var inHands = List.of(
                gift("秋天的水果", "8", null, "160", "水果", 5),
                gift("囤货九折", "30", Percentage.ofPercent(10), "200", null, 20),
                gift("豆制品满减", "4", null, "60", null, 12));
        for (var one : inHands) {
            var code = giving.open(operator, cast.community(), one);
            cast.neighbours().forEach(it -> giving.give(it, code));
        }
        giving.openForPoints(operator, cast.community(), gift("积分换 ¥2", "2", null, "30", null, 60), 200);
        giving.openForPoints(operator, cast.community(), gift("积分换水果券", "6", null, "60", "水果", 60), 600);
        giving.openWithOrders(operator, cast.community(), gift("下一单再减", "3", null, "80", null, 60), 3);
        giving.openInvite(operator, cast.community(), gift("带邻居来", "5", null, "50", null, 90), 4);
        giving.open(operator, cast.community(), gift("满 ¥180 减 ¥6", "6", null, "180", null, 30));
    }

    private static Gift gift(
            String title, String off, @Nullable Percentage percent, String from, @Nullable String category, int days) {
        return new Gift(
                title,
                Money.ofYuan(off),
                percent,
                Money.ofYuan(from),
                category,
                Money.ofYuan("800"),
                Duration.ofDays(days));
    }
}
