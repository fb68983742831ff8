package tuanju.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tuanju.WebTest;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderFacts;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.payment.RefundCompleted;

@WebTest
class FactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final MemberId LEADER = new MemberId(UUID.randomUUID());

    @Autowired
    Communities communities;

    @Autowired
    Facts facts;

    @Autowired
    Dashboards dashboards;

    CommunityId here;

    @BeforeEach
    void foundACommunity() {
        here = communities.found("数一数", "上海").id();
    }

    @Test
    void whatIsHeardTwiceIsCountedOnce() {
        var order = order(OrderKind.TEAM, buyer(), 3990);
        var refund = new RefundCompleted(
                UUID.randomUUID(), here, order.order().value(), Money.ofFen(990), true, "sandbox", noon());
        var team = UUID.randomUUID();
        var imported = order(OrderKind.IMPORT, null, 100);
        for (int time = 0; time < 2; time++) {
            facts.paid(order, noon());
            facts.refunded(refund);
            facts.ended(here, team, "FORMED", noon());
            facts.imported(imported, noon());
        }
        var day = figures(DAY, DAY);
        assertThat(day.gmvFen()).isEqualTo(3990);
        assertThat(day.orders()).isEqualTo(1);
        assertThat(day.refundedFen()).isEqualTo(990);
        assertThat(day.formed()).isEqualTo(1);
        assertThat(day.imported()).isEqualTo(1);
    }

    @Test
    @DisplayName("I-L18 a business day ends at midnight in Shanghai, not in Greenwich")
    void aBusinessDayEndsAtMidnightInShanghai() {
        facts.paid(order(OrderKind.ALONE, buyer(), 100), at("2026-11-20T23:59:59"));
        facts.paid(order(OrderKind.ALONE, buyer(), 1000), at("2026-11-21T00:00:01"));
        assertThat(figures(DAY, DAY).gmvFen()).isEqualTo(100);
        assertThat(figures(DAY.plusDays(1), DAY.plusDays(1)).gmvFen()).isEqualTo(1000);
        assertThat(figures(DAY, DAY.plusDays(1)).gmvFen()).isEqualTo(1100);
    }

    @Test
    void aBuyerIsNewOnTheDayOfTheirEarliestPaymentInWhicheverOrderTheNewsComes() {
        var member = buyer();
        facts.paid(order(OrderKind.ALONE, member, 100), at("2026-11-21T10:00:00"));
        facts.paid(order(OrderKind.ALONE, member, 100), at("2026-11-20T10:00:00"));
        facts.paid(order(OrderKind.ALONE, member, 100), at("2026-11-22T10:00:00"));
        assertThat(figures(DAY, DAY).newBuyers()).isEqualTo(1);
        assertThat(figures(DAY.plusDays(1), DAY.plusDays(2)).newBuyers()).isZero();
        assertThat(figures(DAY, DAY.plusDays(2)).buyers()).isEqualTo(1);
    }

    @Test
    void importsAreCountedBesideTheSalesNeverInThem() {
        facts.imported(order(OrderKind.IMPORT, null, 5000), noon());
        var day = figures(DAY, DAY);
        assertThat(day.gmvFen()).isZero();
        assertThat(day.imported()).isEqualTo(1);
        assertThat(day.importedFen()).isEqualTo(5000);
    }

    @Test
    void theDaysAndTheRankingsAddUpToTheTotals() {
        for (int product = 0; product < 12; product++) {
            facts.paid(order(OrderKind.TEAM, buyer(), 1000 + product), noon().plusSeconds(product * 7200L));
        }
        var dashboard = dashboards.of(scope(DAY, DAY.plusDays(1)));
        var sales = dashboard.sales();
        assertThat(sales.days().stream().mapToLong(it -> it.figures().gmvFen()).sum())
                .isEqualTo(sales.totals().gmvFen())
                .isEqualTo(dashboard.products().total().fen())
                .isEqualTo(dashboard.leaders().total().fen())
                .isEqualTo(dashboard.communities().total().fen());
        assertThat(dashboard.products().rows()).hasSize(10);
        assertThat(dashboard.products().more()).isEqualTo(2);
        assertThat(dashboard.products().others().pieces()).isEqualTo(4);
    }

    @Test
    void thePeriodBeforeIsAsLongAndEndsTheDayBefore() {
        facts.paid(order(OrderKind.ALONE, buyer(), 100), at("2026-11-13T00:00:00"));
        facts.paid(order(OrderKind.ALONE, buyer(), 1000), at("2026-11-12T23:59:59"));
        var sales = dashboards.sales(scope(DAY, DAY.plusDays(6)));
        assertThat(sales.previous().gmvFen()).isEqualTo(100);
        assertThat(sales.previousDays()).hasSize(7);
        assertThat(sales.previousDays().getFirst().figures().gmvFen()).isEqualTo(100);
    }

    private Figures figures(LocalDate from, LocalDate to) {
        return dashboards.sales(scope(from, to)).totals();
    }

    private Scope scope(LocalDate from, LocalDate to) {
        return new Scope(new SalesPeriod(from, to), here);
    }

    private OrderFacts order(OrderKind kind, @Nullable MemberId buyer, long fen) {
        var line = new OrderFacts.Line(UUID.randomUUID(), "葡萄", 2, Money.ofFen(fen));
        return new OrderFacts(
                here, new OrderId(UUID.randomUUID()), kind, buyer, LEADER, Money.ofFen(fen), List.of(line));
    }

    private static MemberId buyer() {
        return new MemberId(UUID.randomUUID());
    }

    private static Instant noon() {
        return at("2026-11-20T12:00:00");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
