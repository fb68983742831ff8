package tuanju.order.file;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.community.CommunityId;
import tuanju.notification.Notification;
import tuanju.order.Buyers;
import tuanju.order.Buyers.Bought;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.page.Dates;
import tuanju.table.DeskTable.Doer;

/**
 * Tells buyers once more what they have to do: pay an order that waits for it, or fetch one that is confirmed. At most once a
 * day of each order, whoever tells and however often.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class TellingAgain {

    static final String NOTHING_TO_DO = "order.desk.act.refused.nothing-to-do";
    static final String NO_MEMBER = "order.desk.act.refused.no-member";
    static final String TODAY = "order.desk.act.refused.today";

    private final JdbcClient jdbc;
    private final Buyers buyers;
    private final AuditTrail audit;
    private final Clock clock;

    /** By code those whose buyer was not told, each with the message that says why. */
    public Map<String, String> refused(List<OrderDesk.Found> found, Doer by) {
        var refused = new HashMap<String, String>();
        var told = new ArrayList<OrderDesk.Found>();
        var today = LocalDate.ofInstant(clock.instant(), Dates.SHANGHAI);
        var states = states(found);
        for (var order : found) {
            var state = states.get(order.id());
            if (state == null || !state.hasBuyer()) {
                refused.put(order.code(), NO_MEMBER);
            } else if (topic(state.status()) == null) {
                refused.put(order.code(), NOTHING_TO_DO);
            } else {
                told.add(order);
            }
        }
        var again = mark(told, today, by);
        told.removeIf(it -> {
            boolean already = !again.contains(it.id());
            if (already) {
                refused.put(it.code(), TODAY);
            }
            return already;
        });
        tell(told, today, states);
        audit.record(
                by.member(),
                "order.told-again",
                told.stream()
                        .map(it -> new AuditTrail.Line(
                                "order " + it.code(), it.status().name()))
                        .toList());
        return refused;
    }

    /** What an order is now. */
    private record State(UUID id, OrderStatus status, boolean hasBuyer) {}

    private Map<UUID, State> states(List<OrderDesk.Found> found) {
        return jdbc
                .sql("""
                        select id, status, buyer_id is not null as bought from orders
                        where (community_id, id) in (select * from unnest(:communities::uuid[], :ids::uuid[]))
                        order by id for share
                        """)
                .param("communities", communities(found))
                .param("ids", ids(found))
                .query((row, number) -> new State(
                        row.getObject("id", UUID.class),
                        OrderStatus.valueOf(row.getString("status")),
                        row.getBoolean("bought")))
                .list()
                .stream()
                .collect(Collectors.toMap(State::id, it -> it));
    }

    /** Those that nobody was told of today yet. */
    private Set<UUID> mark(List<OrderDesk.Found> found, LocalDate day, Doer by) {
        return new HashSet<>(jdbc.sql("""
                        insert into order_told_again (community_id, order_id, day, told_by)
                        select community, id, :day, :by from unnest(:communities::uuid[], :ids::uuid[]) as o (community, id)
                        order by id
                        on conflict do nothing returning order_id
                        """)
                .param("communities", communities(found))
                .param("ids", ids(found))
                .param("day", day)
                .param("by", by.member())
                .query(UUID.class)
                .list());
    }

    private void tell(List<OrderDesk.Found> told, LocalDate day, Map<UUID, State> states) {
        told.stream()
                .collect(Collectors.groupingBy(OrderDesk.Found::community))
                .forEach((community, all) -> buyers.tell(
                        community,
                        all.stream().map(it -> new OrderId(it.id())).toList(),
                        it -> told(
                                it,
                                day,
                                Objects.requireNonNull(states.get(it.id().value()))
                                        .status())));
    }

    private Notification told(Bought order, LocalDate day, OrderStatus status) {
        var subject = "order:" + order.id().value() + ":again:" + day;
        var topic = Objects.requireNonNull(topic(status));
        var from = order.from();
        return status == OrderStatus.PLACED
                ? Notification.of(subject, topic, order.page(), order.goods())
                : from != null && from.isAfter(clock.instant())
                        ? Notification.of(subject, topic + "-from", order.page(), order.goods(), order.pickup(), from)
                        : Notification.of(subject, topic, order.page(), order.goods(), order.pickup());
    }

    private static @Nullable String topic(OrderStatus status) {
        return switch (status) {
            case PLACED -> "order.told.pay-again";
            case CONFIRMED -> "order.told.fetch-again";
            case PAID, COLLECTED, COMPLETED, CLOSED, REFUNDED -> null;
        };
    }

    private static UUID[] communities(List<OrderDesk.Found> found) {
        return found.stream()
                .map(OrderDesk.Found::community)
                .map(CommunityId::value)
                .toArray(UUID[]::new);
    }

    private static UUID[] ids(List<OrderDesk.Found> found) {
        return found.stream().map(OrderDesk.Found::id).toArray(UUID[]::new);
    }
}
