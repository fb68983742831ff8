package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

class NextRoundTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CyclePoint GATE = new CyclePoint(
            new PickupPlace(UUID.randomUUID(), "3号门", "3号门旁", "3号门岗亭", "9:00–20:00"),
            Instant.parse("2026-04-09T01:00:00Z"),
            Instant.parse("2026-04-09T12:00:00Z"));
    private static final CyclePoint SHOP = new CyclePoint(
            new PickupPlace(UUID.randomUUID(), "水果店", "东门外", "东门外 12 号", ""),
            Instant.parse("2026-04-09T23:00:00Z"),
            Instant.parse("2026-04-10T02:00:00Z"));

    @ParameterizedTest
    @CsvSource({"桂花里早市 第12期, 桂花里早市 第13期", "第9期 周三水果, 第10期 周三水果", "第 99 期, 第100期", "周三水果 2斤装, 周三水果 2斤装"})
    void countsTheNumberOfItsTitleUp(String title, String next) {
        assertThat(NextRound.title(title)).isEqualTo(next);
    }

    @Test
    void fallsOnTheSameWeekdayAndHourOfNextWeek() {
        var next = NextRound.of(round(List.of()), SHANGHAI, Instant.parse("2026-04-09T02:00:00Z"));

        assertThat(next.cutOff()).isEqualTo(Instant.parse("2026-04-15T13:00:00Z"));
        assertThat(next.pickupFrom()).isEqualTo(Instant.parse("2026-04-16T01:00:00Z"));
    }

    @Test
    void movesOnFromTodayHoweverLongAgoItWas() {
        var now = Instant.parse("2026-06-30T02:00:00Z");
        var next = NextRound.of(round(List.of()), SHANGHAI, now);

        assertThat(next.opens()).isEqualTo(now);
        assertThat(next.cutOff()).isEqualTo(Instant.parse("2026-07-01T13:00:00Z"));
    }

    @Test
    void isCollectedAtTheSamePointsEachAtItsOwnTime() {
        var next = NextRound.of(round(List.of()), SHANGHAI, Instant.parse("2026-04-09T02:00:00Z"));

        assertThat(next.points()).extracting(CyclePoint::place).containsExactly(GATE.place(), SHOP.place());
        assertThat(next.points().getLast().from()).isEqualTo(Instant.parse("2026-04-16T23:00:00Z"));
        assertThat(next.pickupUntil()).isEqualTo(Instant.parse("2026-04-17T02:00:00Z"));
    }

    @Test
    void keepsPricesLimitsCasesAndMinimums() {
        var terms = new ProductTerms(4, new Minimum(Minimum.Kind.CASES, 2));
        var eggs = new CycleProduct(UUID.randomUUID(), null, "鸡蛋", "30枚", null, Money.ofYuan("29.90"), 13, 7, terms);
        var next = NextRound.of(round(List.of(eggs)), SHANGHAI, Instant.parse("2026-04-09T02:00:00Z"));

        assertThat(next.items())
                .containsExactly(new CyclePlan.Item(null, "鸡蛋", "30枚", null, Money.ofYuan("29.90"), 20, terms));
        assertThat(next.terms())
                .isEqualTo(
                        new CycleTerms(new Minimum(Minimum.Kind.MONEY, 300_00), Instant.parse("2026-04-15T15:00:00Z")));
    }

    private static NextRound.Round round(List<CycleProduct> products) {
        return new NextRound.Round(cycle(), products, List.of(GATE, SHOP));
    }

    /** Wednesday evening; collected on Thursday. */
    private static CycleCard cycle() {
        return new CycleCard(
                UUID.randomUUID(),
                new CommunityId(UUID.randomUUID()),
                new Code("GH00ABCDEFGHJK"),
                "桂花里早市 第12期",
                new MemberId(UUID.randomUUID()),
                CycleStatus.DONE,
                Instant.parse("2026-04-07T01:00:00Z"),
                Instant.parse("2026-04-08T13:00:00Z"),
                Instant.parse("2026-04-09T01:00:00Z"),
                Instant.parse("2026-04-09T12:00:00Z"),
                GATE,
                new CycleTerms(new Minimum(Minimum.Kind.MONEY, 300_00), Instant.parse("2026-04-08T15:00:00Z")),
                CycleCard.Turns.NONE);
    }
}
