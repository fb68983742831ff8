package tuanju.scorecard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleArrivals;
import tuanju.member.MemberId;
import tuanju.order.aftersale.OrderTroubles;
import tuanju.order.aftersale.OrderTroubles.Trouble;
import tuanju.order.book.OrderRecord;
import tuanju.order.book.OrderRecords;
import tuanju.payment.OrderMoney;
import tuanju.payment.OrderMoney.Moved;
import tuanju.payment.RefundCard;

/** Counts a leader's scorecard from their latest orders: five queries, however many there are. */
@Component
@RequiredArgsConstructor
class Scorecards {

    private static final Duration LOOKS_BACK = Duration.ofDays(180);
    private static final int LATEST_ORDERS = 1_000;
    private static final Duration QUICK = Duration.ofDays(1);

    private final OrderRecords records;
    private final OrderTroubles troubles;
    private final OrderMoney money;
    private final CycleArrivals arrivals;
    private final Clock clock;

    /** From orders handed out at this leader's points whose pickup time is over, at most the latest thousand of 180 days. */
    @Transactional(readOnly = true)
    public Scorecard of(CommunityId community, MemberId leader) {
        var now = clock.instant();
        var since = now.minus(LOOKS_BACK);
        var orders = records.dueAtPointsOf(community, leader, new OrderRecords.Due(since, LATEST_ORDERS));
        var ids = orders.stream().map(order -> order.id().value()).toList();
        var trouble = troubles.of(community, ids);
        var came = orders.stream().filter(OrderRecord::isAlive).toList();
        var refunds = refunds(money.of(community, ids));
        return new Scorecard(
                orders.size(),
                since,
                onTime(came, arrivals(community, came)),
                cut(trouble.values()),
                complained(came, trouble),
                new Proportion(
                        refunds.stream().filter(it -> it.compareTo(QUICK) <= 0).count(), refunds.size()),
                Scorecard.median(refunds));
    }

    private Map<UUID, Instant> arrivals(CommunityId community, List<OrderRecord> orders) {
        var sources = orders.stream()
                .flatMap(order -> Stream.ofNullable(order.source()))
                .distinct()
                .toList();
        return arrivals.of(community, sources);
    }

    /** Who comes late is not their leader's fault: goods that stood there in time count. */
    private static Proportion onTime(List<OrderRecord> orders, Map<UUID, Instant> arrived) {
        var judged = orders.stream()
                .filter(order -> order.isHandedOver() || arrival(order, arrived) != null)
                .toList();
        return new Proportion(
                judged.stream()
                        .filter(order -> isOnTime(order, arrival(order, arrived)))
                        .count(),
                judged.size());
    }

    private static @Nullable Instant arrival(OrderRecord order, Map<UUID, Instant> arrived) {
        var source = order.source();
        return source == null ? null : arrived.get(source);
    }

    private static boolean isOnTime(OrderRecord order, @Nullable Instant arrived) {
        var from = order.dates().pickupFrom();
        var until = order.dates().pickupUntil();
        var collected = order.dates().collected();
        boolean stoodThere = arrived != null && from != null && !arrived.isAfter(from);
        return stoodThere || (collected != null && until != null && !collected.isAfter(until));
    }

    private static Proportion cut(Collection<Trouble> troubles) {
        return new Proportion(
                troubles.stream().mapToLong(Trouble::cutPieces).sum(),
                troubles.stream().mapToLong(Trouble::wantedPieces).sum());
    }

    private static Proportion complained(List<OrderRecord> orders, Map<UUID, Trouble> trouble) {
        return new Proportion(
                orders.stream()
                        .filter(order -> trouble.getOrDefault(order.id().value(), Trouble.NONE)
                                .complained())
                        .count(),
                orders.size());
    }

    private static List<Duration> refunds(Map<UUID, Moved> money) {
        return money.values().stream()
                .map(Moved::refunds)
                .flatMap(Collection::stream)
                .flatMap(Scorecards::time)
                .toList();
    }

    private static Stream<Duration> time(RefundCard refund) {
        var done = refund.done();
        return done == null ? Stream.empty() : Stream.of(Duration.between(refund.requested(), done));
    }
}
