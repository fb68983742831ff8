package tuanju.payment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** What really came in and went back for orders, counted from captures and refunds alone. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class OrderMoney {

    private final JdbcClient jdbc;

    /**
     * The money of one order.
     *
     * @param taken captured as its payment
     * @param turned captured although it had no place, so that it went back by itself
     * @param undecided captured, and a person must say where it belongs
     * @param refunds everything on its way back or back already, oldest first
     */
    public record Moved(Money taken, Money turned, Money undecided, List<RefundCard> refunds) {

        /** Nothing came in. */
        public static final Moved NOTHING = new Moved(Money.ZERO, Money.ZERO, Money.ZERO, List.of());

        public Moved {
            refunds = List.copyOf(refunds);
        }

        /** Back already: the provider has confirmed it. */
        public Money back() {
            return sum(refunds.stream().filter(it -> it.done() != null).toList());
        }

        public Money onItsWayBack() {
            return sum(refunds.stream().filter(it -> it.done() == null).toList());
        }

        private static Money sum(List<RefundCard> refunds) {
            return refunds.stream().map(RefundCard::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    /** By order; those no money came for are missing. Two queries, however many orders. */
    public Map<UUID, Moved> of(CommunityId community, Collection<UUID> orders) {
        var refunds = refunds(community, orders);
        var moved = new HashMap<UUID, Moved>();
        for (var capture : captures(community, orders)) {
            moved.put(
                    capture.order(),
                    new Moved(
                            capture.taken(),
                            capture.turned(),
                            capture.undecided(),
                            refunds.getOrDefault(capture.order(), List.of())));
        }
        return moved;
    }

    private record Captured(UUID order, Money taken, Money turned, Money undecided) {}

    private List<Captured> captures(CommunityId community, Collection<UUID> orders) {
        return of(
                community,
                orders,
                """
                select order_id,
                    coalesce(sum(amount_fen) filter (where outcome = 'ORDER'), 0) as taken,
                    coalesce(sum(amount_fen) filter (where outcome = 'REFUND'), 0) as turned,
                    coalesce(sum(amount_fen) filter (where outcome = 'EXCEPTION'), 0) as undecided
                from capture where community_id = :community and order_id = any(cast(:orders as uuid[]))
                group by order_id
                """,
                (row, number) -> new Captured(
                        row.getObject("order_id", UUID.class),
                        Money.ofFen(row.getLong("taken")),
                        Money.ofFen(row.getLong("turned")),
                        Money.ofFen(row.getLong("undecided"))));
    }

    private record OfOrder(UUID order, RefundCard refund) {}

    private Map<UUID, List<RefundCard>> refunds(CommunityId community, Collection<UUID> orders) {
        return of(
                        community,
                        orders,
                        """
                select order_id, id, provider, amount_fen, reason, requested_at, done_at from refund
                where community_id = :community and order_id = any(cast(:orders as uuid[])) and reason <> '%s'
                order by requested_at, id
                """.formatted(CreditRefunds.REASON),
                        (row, number) -> new OfOrder(
                                row.getObject("order_id", UUID.class),
                                new RefundCard(
                                        row.getObject("id", UUID.class),
                                        Money.ofFen(row.getLong("amount_fen")),
                                        row.getString("provider").equals(Credit.NAME),
                                        row.getString("reason"),
                                        row.getTimestamp("requested_at").toInstant(),
                                        Optional.ofNullable(row.getTimestamp("done_at"))
                                                .map(java.sql.Timestamp::toInstant)
                                                .orElse(null))))
                .stream()
                .collect(Collectors.groupingBy(
                        OfOrder::order, Collectors.mapping(OfOrder::refund, Collectors.toList())));
    }

    /** One parameter for all orders: a thousand of them are one array. */
    private <T> List<T> of(CommunityId community, Collection<UUID> orders, String sql, RowMapper<T> mapper) {
        return jdbc.sql(sql)
                .param("community", community.value())
                .param("orders", orders.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query(mapper)
                .list();
    }
}
