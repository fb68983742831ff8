package tuanju.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Door;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** Whom a leader gives money back by hand: their orders came from elsewhere, where they paid, if they did. */
@Component
@RequiredArgsConstructor
public class OwedByHand {

    private final JdbcClient jdbc;
    private final List<UnpaidElsewhere> unpaid;

    /** What one such order's buyer gets back. */
    public record Owed(Door at, String recipient, String maskedPhone, Money amount) {

        /** 86-801, or what of it is known. */
        public String door() {
            return at.withoutLane().shown();
        }
    }

    /** For goods of this cycle that came short: pieces taken off an order, or all of it; by door. */
    @Transactional(readOnly = true)
    public List<Owed> forShortage(CommunityId community, UUID source) {
        return jdbc
                .sql("""
                        select o.address_lane, o.address_building, o.address_unit, o.address_room, o.recipient_name,
                            o.masked_phone, owed.fen
                        from orders o
                        cross join lateral (
                            select coalesce(sum(c.returned_fen), 0)
                                + case when o.status = 'REFUNDED' and starts_with(o.change_cause, 'short-')
                                    then o.amount_fen - o.allowed_fen else 0 end as fen
                            from order_line_change c
                            where c.community_id = o.community_id and c.order_id = o.id
                                and starts_with(c.cause, 'short-')) owed
                        where o.community_id = :community and o.source_id = :source and o.kind = 'IMPORT' and owed.fen > 0
                        order by o.placed_at, o.id
                        """)
                .param("community", community.value())
                .param("source", source)
                .query((row, number) -> owed(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(Owed::at))
                .toList();
    }

    /** Why money is owed. */
    public enum Why {
        /** Goods came short. */
        SHORT,
        /** They weighed less than was paid. */
        WEIGHT,
        /** Something was damaged or missing in the bag. */
        COMPLAINT,
        /** Nobody came for it. */
        UNCLAIMED,
        /** Pieces, or all of it, were called off. */
        FEWER
    }

    /** All that one order's buyer gets back for one reason. */
    public record Debt(Owed to, Why why) {}

    /**
     * All that is owed for a cycle.
     *
     * @param leftOut how many orders are not in it because nobody paid for them, or what was paid went on to another
     */
    public record OfCycle(List<Debt> debts, long leftOut) {

        public OfCycle {
            debts = List.copyOf(debts);
        }

        public boolean isNothing() {
            return debts.isEmpty() && leftOut == 0;
        }

        public Money inAll() {
            return debts.stream().map(it -> it.to().amount()).reduce(Money.ZERO, Money::plus);
        }
    }

    private record Found(OrderId order, String key, Debt debt) {}

    /** Everything of this cycle that went back on the orders' pages and not through us, reason by reason, by door. */
    @Transactional(readOnly = true)
    public OfCycle ofCycle(CommunityId community, UUID source) {
        var found = found(community, source);
        var byKey = found.stream().collect(Collectors.toMap(Found::key, Found::order, (one, same) -> one));
        var out = unpaid.stream()
                .flatMap(it -> it.among(community, source, byKey).stream())
                .collect(Collectors.toSet());
        var debts = found.stream()
                .filter(it -> !out.contains(it.key()))
                .map(Found::debt)
                .toList();
        return new OfCycle(debts, out.size());
    }

    private List<Found> found(CommunityId community, UUID source) {
        return jdbc
                .sql("""
                        select o.id, o.external_key, o.address_lane, o.address_building, o.address_unit, o.address_room,
                            o.recipient_name, o.masked_phone, owed.why, sum(owed.fen)::bigint as fen
                        from orders o
                        cross join lateral (
                            select c.returned_fen as fen, case when starts_with(c.cause, 'short-') then 'SHORT'
                                when c.cause = 'never-collected' then 'UNCLAIMED' else 'FEWER' end as why
                            from order_line_change c
                            where c.community_id = o.community_id and c.order_id = o.id
                            union all
                            select a.amount_fen, case when starts_with(a.request_key, 'weight-') then 'WEIGHT'
                                when a.cause = 'never-collected' then 'UNCLAIMED' else 'COMPLAINT' end
                            from order_line_allowance a
                            where a.community_id = o.community_id and a.order_id = o.id
                            union all
                            select o.amount_fen - o.allowed_fen, case
                                when starts_with(o.change_cause, 'short-') then 'SHORT'
                                when o.change_cause = 'never-collected' then 'UNCLAIMED' else 'FEWER' end
                            where o.status in ('REFUNDED', 'CLOSED')) owed
                        where o.community_id = :community and o.source_id = :source and o.kind = 'IMPORT' and owed.fen > 0
                        group by o.id, o.external_key, o.address_lane, o.address_building, o.address_unit, o.address_room,
                            o.recipient_name, o.masked_phone, o.placed_at, owed.why
                        order by o.placed_at, o.id, owed.why
                        """)
                .param("community", community.value())
                .param("source", source)
                .query((row, number) -> new Found(
                        new OrderId(row.getObject("id", UUID.class)),
                        row.getString("external_key"),
                        new Debt(owed(row), Why.valueOf(row.getString("why")))))
                .list()
                .stream()
                .sorted(Comparator.comparing(found -> found.debt().to().at()))
                .toList();
    }

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(
                OrderPlaceRows.door(row, "address_"),
                row.getString("recipient_name"),
                row.getString("masked_phone"),
                Money.ofFen(row.getLong("fen")));
    }
}
