package tuanju.cycle.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.community.PickupPointCard;
import tuanju.cycle.ByWeight;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.CycleTerms;
import tuanju.cycle.Minimum;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.ProductTerms;
import tuanju.member.MemberId;
import tuanju.money.Money;

class NextRoundTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CommunityCard HERE =
            new CommunityCard(new CommunityId(UUID.randomUUID()), "GH00", "桂花里", "上海市闵行区", SHANGHAI);
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
        var eggs = new CycleProduct(UUID.randomUUID(), null, "鸡蛋", "30枚", null, Money.ofYuan("29.90"), 20, 7, 0, terms);
        var next = NextRound.of(round(List.of(eggs)), SHANGHAI, Instant.parse("2026-04-09T02:00:00Z"));

        assertThat(next.items())
                .containsExactly(new CyclePlan.Item(null, "鸡蛋", "30枚", null, Money.ofYuan("29.90"), 20, terms));
        assertThat(next.terms())
                .isEqualTo(
                        new CycleTerms(new Minimum(Minimum.Kind.MONEY, 300_00), Instant.parse("2026-04-15T15:00:00Z")));
    }

    @Test
    void aRoundThatWasExtendedComesAgainOnTheDayThatWasPlanned() {
        var extended = new CycleCard.Turns(null, Instant.parse("2026-04-08T13:20:00Z"));
        var aDayLater = cycle(Instant.parse("2026-04-09T13:00:00Z"), Instant.parse("2026-04-09T15:00:00Z"), extended);
        var next = NextRound.of(
                new NextRound.Round(aDayLater, List.of(), List.of(GATE, SHOP)),
                SHANGHAI,
                Instant.parse("2026-04-10T02:00:00Z"));

        assertThat(next.cutOff()).isEqualTo(Instant.parse("2026-04-15T13:00:00Z"));
        assertThat(next.terms().boxfillUntil()).isEqualTo(Instant.parse("2026-04-15T15:00:00Z"));
        assertThat(next.pickupFrom()).isEqualTo(Instant.parse("2026-04-16T01:00:00Z"));
    }

    @Test
    void itsFormRepeatsWeightsCasesMinimumsAndLimits() {
        var own = List.of(card(GATE), card(SHOP));
        var cased = new ProductTerms(6, new Minimum(Minimum.Kind.CASES, 2));
        var weight = new ByWeight(1200, 15, Money.ofYuan("28.80"));
        var weighed = new ProductTerms(1, new Minimum(Minimum.Kind.PIECES, 3), weight);
        var eggs = new CycleProduct(UUID.randomUUID(), null, "鸡蛋", "30枚", null, Money.ofYuan("29.90"), 20, 7, 0, cased);
        var goose = new CycleProduct(UUID.randomUUID(), null, "散养鹅", "", null, weight.top(), 9, 4, 0, weighed);
        var plan = NextRound.of(round(List.of(eggs, goose)), SHANGHAI, Instant.parse("2026-04-09T02:00:00Z"));

        var form = CycleForm.of(plan, HERE).over(List.of()).at(own);
        var again = form.plan(plan.opens(), SHANGHAI, own, Map.of());

        assertThat(again.items()).isEqualTo(plan.items());
        assertThat(again.items()).extracting(CyclePlan.Item::limit).containsExactly(20, 9);
        assertThat(again.terms()).isEqualTo(plan.terms());
        assertThat(again.points()).isEqualTo(plan.points());
        assertThat(again.cutOff()).isEqualTo(plan.cutOff());
    }

    private static PickupPointCard card(CyclePoint point) {
        var place = point.place();
        return new PickupPointCard(
                place.point(),
                HERE.id(),
                place.name(),
                place.area(),
                place.address(),
                place.hours(),
                "",
                new MemberId(UUID.randomUUID()),
                true,
                null);
    }

    private static NextRound.Round round(List<CycleProduct> products) {
        return new NextRound.Round(cycle(), products, List.of(GATE, SHOP));
    }

    /** Wednesday evening; collected on Thursday. */
    private static CycleCard cycle() {
        return cycle(
                Instant.parse("2026-04-08T13:00:00Z"), Instant.parse("2026-04-08T15:00:00Z"), CycleCard.Turns.NONE);
    }

    private static CycleCard cycle(Instant cutOff, Instant boxfillUntil, CycleCard.Turns turns) {
        return new CycleCard(
                UUID.randomUUID(),
                new CommunityId(UUID.randomUUID()),
                new Code("GH00ABCDEFGHJK"),
                "桂花里早市 第12期",
                new MemberId(UUID.randomUUID()),
                CycleStatus.DONE,
                Instant.parse("2026-04-07T01:00:00Z"),
                cutOff,
                Instant.parse("2026-04-09T01:00:00Z"),
                Instant.parse("2026-04-09T12:00:00Z"),
                GATE,
                new CycleTerms(new Minimum(Minimum.Kind.MONEY, 300_00), boxfillUntil),
                turns);
    }
}
