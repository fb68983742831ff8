package tuanju.order.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.fulfilment.OrderPlaceRows;
import tuanju.payment.OfflineDue;
import tuanju.payment.OfflinePayments;

/** Cash and transfers for orders placed here: their leader says what came, takes a slip back, and says what they handed back. */
@Component
@RequiredArgsConstructor
class Cash {

    private final OfflinePayments payments;
    private final Leaders leaders;
    private final JdbcClient jdbc;

    /**
     * Money that is expected from a buyer, or goes back to one.
     *
     * @param code the payment's or the refund's
     * @param countsAt when what was said of it counts; null while nothing was said
     */
    record Due(
            CommunityId community,
            String code,
            String order,
            String recipient,
            String door,
            String title,
            Money amount,
            Instant since,
            @Nullable Instant countsAt) {

        /** Whether somebody said that it came. */
        public boolean isTaken() {
            return countsAt != null;
        }
    }

    private record Whose(UUID id, String code, String recipient, String door) {}

    /** What buyers of this leader's own orders still have to give. Refuses with NotFound who leads nowhere. */
    List<Due> expected(MemberId leader) {
        return led(leader).stream()
                .flatMap(it -> dues(leader, it, payments.due(it), payments.counting(it)).stream())
                .toList();
    }

    /** What this leader has to hand back. Refuses with NotFound who leads nowhere. */
    List<Due> toPayBack(MemberId leader) {
        return led(leader).stream()
                .flatMap(it -> dues(leader, it, payments.toPayBack(it), Map.of()).stream())
                .toList();
    }

    /**
     * All of a payment came; it counts after a moment. Refuses with NotFound what is not expected of this leader's orders,
     * with Invalid another amount than is due.
     */
    void take(MemberId leader, String payment, long amountFen, String note) {
        var due = one(expected(leader), payment);
        if (due.amount().fen() != amountFen) {
            throw new Invalid("amountFen", "cash-other-amount", due.amount().toString());
        }
        payments.receive(due.community(), payment, leader, note);
    }

    /** It did not after all. Refuses with NotFound, and with ReceiptCounts (409) what counts already. */
    void takeBack(MemberId leader, String payment) {
        payments.takeBack(one(expected(leader), payment).community(), payment, leader);
    }

    /** Handed back in full; once is enough. Never inside a transaction. Refuses with NotFound. */
    void paidBack(MemberId leader, String refund, String note) {
        payments.paidBack(one(toPayBack(leader), refund).community(), refund, leader, note);
    }

    private static Due one(List<Due> all, String code) {
        return all.stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(NotFound::new);
    }

    private List<CommunityId> led(MemberId leader) {
        var led =
                leaders.communitiesLedBy(leader).stream().map(CommunityCard::id).toList();
        if (led.isEmpty()) {
            throw new NotFound();
        }
        return led;
    }

    private List<Due> dues(
            MemberId leader, CommunityId community, List<OfflineDue> found, Map<String, Instant> counting) {
        var orders = ordersOf(
                leader, community, found.stream().map(OfflineDue::order).toList());
        return found.stream()
                .flatMap(it -> Optional.ofNullable(orders.get(it.order())).stream()
                        .map(whose -> due(community, it, whose, counting.get(it.code()))))
                .toList();
    }

    private static Due due(CommunityId community, OfflineDue due, Whose whose, @Nullable Instant countsAt) {
        return new Due(
                community,
                due.code(),
                whose.code(),
                whose.recipient(),
                whose.door(),
                due.title(),
                due.amount(),
                due.since(),
                countsAt);
    }

    private Map<UUID, Whose> ordersOf(MemberId leader, CommunityId community, Collection<UUID> orders) {
        return jdbc
                .sql("""
                        select id, code, recipient_name, address_lane, address_building, address_unit, address_room from orders
                        where community_id = :community and pickup_leader_id = :leader and id = any(:orders)
                        """)
                .param("community", community.value())
                .param("leader", leader.value())
                .param("orders", orders.toArray(UUID[]::new))
                .query(Cash::whose)
                .list()
                .stream()
                .collect(Collectors.toMap(Whose::id, Function.identity()));
    }

    private static Whose whose(ResultSet row, int number) throws SQLException {
        return new Whose(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("recipient_name"),
                OrderPlaceRows.door(row, "address_").withoutLane().shown());
    }
}
