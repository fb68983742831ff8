package tuanju.order.aftersale;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.fulfilment.OrderPlaceRows;

/**
 * Whom a leader gives money back by hand: those whose leader holds more for an order than it costs now. Who has not paid
 * is owed nothing.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class OwedByHand {

    /** All that went back for an order that came from elsewhere, with what its leader holds beyond its cost. */
    private static final String REASONS = """
            select o.id, o.code, o.address_lane, o.address_building, o.address_unit, o.address_room, o.recipient_name,
                o.masked_phone, d.too_much_fen, less.why, sum(less.fen)::bigint as fen
            from orders o
            join order_due d on d.community_id = o.community_id and d.order_id = o.id
            left join lateral (
                select a.fen, case a.kind when 'SHORT' then 'SHORT' when 'CANCELLED' then 'FEWER' when 'CHEAPER' then 'FEWER'
                    when 'RETURNED' then 'UNCLAIMED' when 'WEIGHED' then 'WEIGHT' else 'COMPLAINT' end as why
                from order_adjustment a where a.community_id = o.community_id and a.order_id = o.id
                union all
                select o.amount_fen - o.allowed_fen, case o.called_off_as when 'SHORT' then 'SHORT'
                    when 'RETURNED' then 'UNCLAIMED' else 'FEWER' end
                where o.status in ('REFUNDED', 'CLOSED')
                union all
                select -b.amount_fen, b.why from order_paid_back_by_hand b
                where b.community_id = o.community_id and b.order_id = o.id and b.undone_at is null) less on true
            where o.community_id = :community and o.source_id = :source and o.kind = 'IMPORT' and d.too_much_fen > 0
            group by o.id, o.code, o.address_lane, o.address_building, o.address_unit, o.address_room, o.recipient_name,
                o.masked_phone, o.placed_at, d.too_much_fen, less.why
            order by o.placed_at, o.id, less.why
            """;

    private final JdbcClient jdbc;

    /** What one such order's buyer gets back. */
    public record Owed(Door at, String recipient, String maskedPhone, Money amount) {

        /** 86-801, or what of it is known. */
        public String door() {
            return at.withoutLane().shown();
        }
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
        /** Pieces, or all of it, were called off, or became cheaper. */
        FEWER
    }

    /** All that one order's buyer gets back for one reason. */
    public record Debt(OrderId order, Code code, Owed to, Why why) {}

    /** All that is owed for a cycle, by door. */
    public record OfCycle(List<Debt> debts) {

        public OfCycle {
            debts = List.copyOf(debts);
        }

        public boolean isNothing() {
            return debts.isEmpty();
        }

        public Money inAll() {
            return debts.stream().map(it -> it.to().amount()).reduce(Money.ZERO, Money::plus);
        }

        /** How many orders, some of which are owed for several reasons. */
        public long orders() {
            return debts.stream().map(Debt::order).distinct().count();
        }
    }

    /** Of these debts, those for goods of this cycle that came short. */
    public List<Owed> forShortage(CommunityId community, UUID source) {
        return ofCycle(community, source).debts().stream()
                .filter(it -> it.why() == Why.SHORT)
                .map(Debt::to)
                .toList();
    }

    /** Everything of this cycle that its leader holds beyond what the orders cost, reason by reason. */
    public OfCycle ofCycle(CommunityId community, UUID source) {
        var found = new LinkedHashMap<UUID, Held>();
        jdbc.sql(REASONS)
                .param("community", community.value())
                .param("source", source)
                .query((ResultSet row) -> {
                    found.computeIfAbsent(row.getObject("id", UUID.class), id -> Held.of(id, row))
                            .because(row);
                });
        return new OfCycle(found.values().stream()
                .flatMap(held -> held.debts().stream())
                .sorted(Comparator.comparing(debt -> debt.to().at()))
                .toList());
    }

    /** One order: what its leader holds too much, and the reasons for which something went back. */
    private record Held(OrderId order, Code code, Owed tooMuch, Map<Why, Long> reasons) {

        static Held of(UUID id, ResultSet row) {
            try {
                var owed = new Owed(
                        OrderPlaceRows.door(row, "address_"),
                        row.getString("recipient_name"),
                        row.getString("masked_phone"),
                        Money.ofFen(row.getLong("too_much_fen")));
                return new Held(new OrderId(id), new Code(row.getString("code")), owed, new EnumMap<>(Why.class));
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }

        void because(ResultSet row) throws SQLException {
            var why = row.getString("why");
            if (why != null) {
                reasons.put(Why.valueOf(why), row.getLong("fen"));
            }
        }

        /** Who paid less than was asked is owed less than went back; what no reason explains was called off. */
        List<Debt> debts() {
            var debts = new ArrayList<Debt>();
            long left = tooMuch.amount().fen();
            for (var reason : reasons.entrySet()) {
                long fen = Math.min(left, reason.getValue());
                if (fen > 0 && reason.getKey() != Why.FEWER) {
                    debts.add(debt(reason.getKey(), fen));
                    left -= fen;
                }
            }
            if (left > 0) {
                debts.add(debt(Why.FEWER, left));
            }
            return debts;
        }

        private Debt debt(Why why, long fen) {
            var to = new Owed(tooMuch.at(), tooMuch.recipient(), tooMuch.maskedPhone(), Money.ofFen(fen));
            return new Debt(order, code, to, why);
        }
    }
}
