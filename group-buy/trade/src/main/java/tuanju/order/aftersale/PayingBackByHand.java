package tuanju.order.aftersale;

import static tuanju.order.Times.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.aftersale.OwedByHand.Debt;
import tuanju.order.aftersale.PaidBackByHand.How;
import tuanju.order.fulfilment.OrderPlaceRows;
import tuanju.order.life.OrderRows;

/** A leader ticks off whom they have given money back by hand, each with how and when, and takes a tick back. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class PayingBackByHand {

    private static final String STANDING = """
            select b.id, o.code, o.recipient_name, o.address_lane, o.address_building, o.address_unit, o.address_room,
                b.why, b.amount_fen, b.how, b.paid_on, b.note, b.actor_id, b.noted_at
            from order_paid_back_by_hand b
            join orders o on o.community_id = b.community_id and o.id = b.order_id
            where b.community_id = :community and o.source_id = :source and b.undone_at is null and b.how <> 'CARRIED'
            """;

    private final OrderRows rows;
    private final OwedByHand owed;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    /** Orders of which cycle, and who leads it. */
    public record Led(CommunityId community, UUID source, MemberId leader) {}

    /** What was given back: to the guest of which order, for which reason, how much of what is owed, how and when. */
    public record Said(Code order, OwedByHand.Why why, Money amount, How how, LocalDate on, String note) {}

    /** Notes it. Refuses with NotOwedByHand (409) more than is owed for this reason, and with NotFound another order. */
    public UUID note(Led led, Said said) {
        var order = jdbc.sql("select id from orders where community_id = ? and source_id = ? and code = ?")
                .params(led.community().value(), led.source(), said.order().value())
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .optional()
                .orElseThrow(NotFound::new);
        rows.hold(led.community(), order);
        var debt = owed.ofCycle(led.community(), led.source()).debts().stream()
                .filter(it -> it.order().equals(order) && it.why() == said.why())
                .map(it -> it.to().amount())
                .findFirst()
                .orElse(Money.ZERO);
        if (said.amount().isZero() || said.amount().compareTo(debt) > 0) {
            throw new NotOwedByHand(debt);
        }
        var id = insert(led, order, said);
        record(led, "order.paid-back", said.order().value(), said.amount() + " " + said.how());
        return id;
    }

    /** It was not given back after all. Refuses with NotFound what is not noted, or not of this cycle. */
    public void undo(Led led, UUID id) {
        var standing = jdbc.sql(STANDING + " and b.id = :id")
                .param("community", led.community().value())
                .param("source", led.source())
                .param("id", id)
                .query(PayingBackByHand::paidBack)
                .optional()
                .orElseThrow(NotFound::new);
        int undone = jdbc.sql("""
                        update order_paid_back_by_hand set undone_at = clock_timestamp(), undone_by = :by
                        where community_id = :community and id = :id and undone_at is null
                        """)
                .param("by", led.leader().value())
                .param("community", led.community().value())
                .param("id", id)
                .update();
        if (undone == 1) {
            record(
                    led,
                    "order.paid-back-undone",
                    standing.order().value(),
                    standing.amount().toString());
        }
    }

    /** What was noted of an order for one reason; by its id it is taken back later. */
    public record Noted(UUID id, OrderId order, Code code) {}

    /** How and when it was given back. */
    public record Given(How how, LocalDate on) {}

    /** All that is owed for these orders was given back, for whatever reason, noted in a few statements, however many they are. */
    public List<Noted> all(Led led, Set<OrderId> orders, Given given) {
        hold(led, orders);
        var debts = owed.ofCycle(led.community(), led.source()).debts().stream()
                .filter(it -> orders.contains(it.order()))
                .toList();
        var noted = debts.stream()
                .map(it -> new Noted(Ids.next(), it.order(), it.code()))
                .toList();
        insertAll(led, given, debts, noted);
        audit.record(
                led.leader().value(),
                "order.paid-back",
                debts.stream()
                        .map(it -> new AuditTrail.Line(
                                "order " + it.code(), it.to().amount() + " " + given.how()))
                        .toList());
        return noted;
    }

    /** What was noted under these ids was not given back after all; what was taken back already stays so. */
    public void undoAll(Led led, Collection<UUID> noted) {
        var undone = jdbc.sql("""
                        update order_paid_back_by_hand b set undone_at = clock_timestamp(), undone_by = :by
                        from orders o
                        where b.community_id = :community and b.id = any(:ids) and b.undone_at is null
                            and o.community_id = b.community_id and o.id = b.order_id and o.source_id = :source
                        returning o.code, b.amount_fen
                        """)
                .param("by", led.leader().value())
                .param("community", led.community().value())
                .param("ids", noted.toArray(UUID[]::new))
                .param("source", led.source())
                .query(PayingBackByHand::line)
                .list();
        audit.record(led.leader().value(), "order.paid-back-undone", undone);
    }

    /** What stands for this cycle, the latest first. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<PaidBackByHand> of(CommunityId community, UUID source) {
        return jdbc.sql(STANDING + " order by b.noted_at desc, b.id desc")
                .param("community", community.value())
                .param("source", source)
                .query(PayingBackByHand::paidBack)
                .list();
    }

    private UUID insert(Led led, OrderId order, Said said) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into order_paid_back_by_hand (community_id, id, order_id, amount_fen, why, how, note, paid_on,
                            actor_id)
                        values (:community, :id, :order, :fen, :why, :how, :note, :on, :by)
                        """)
                .param("community", led.community().value())
                .param("id", id)
                .param("order", order.value())
                .param("fen", said.amount().fen())
                .param("why", said.why().name())
                .param("how", said.how().name())
                .param("note", said.note())
                .param("on", said.on())
                .param("by", led.leader().value())
                .update();
        return id;
    }

    private static AuditTrail.Line line(ResultSet row, int number) throws SQLException {
        return new AuditTrail.Line(
                "order " + row.getString("code"),
                Money.ofFen(row.getLong("amount_fen")).toString());
    }

    /** Whoever else decides about these orders waits until the transaction ends; in the same sequence as everybody. */
    private void hold(Led led, Set<OrderId> orders) {
        jdbc.sql("select id from orders where community_id = :community and id = any(:ids) order by id for update")
                .param("community", led.community().value())
                .param("ids", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private void insertAll(Led led, Given given, List<Debt> debts, List<Noted> noted) {
        jdbc.sql("""
                        insert into order_paid_back_by_hand (community_id, id, order_id, amount_fen, why, how, note, paid_on,
                            actor_id)
                        select :community, d.id, d.order_id, d.fen, d.why, :how, '', :on, :by
                        from unnest(:ids::uuid[], :orders::uuid[], :fen::bigint[], :why::text[]) as d (id, order_id, fen, why)
                        """)
                .param("community", led.community().value())
                .param("how", given.how().name())
                .param("on", given.on())
                .param("by", led.leader().value())
                .param("ids", noted.stream().map(Noted::id).toArray(UUID[]::new))
                .param("orders", debts.stream().map(it -> it.order().value()).toArray(UUID[]::new))
                .param("fen", debts.stream().map(it -> it.to().amount().fen()).toArray(Long[]::new))
                .param("why", debts.stream().map(it -> it.why().name()).toArray(String[]::new))
                .update();
    }

    private void record(Led led, String act, String order, String detail) {
        audit.record(led.leader().value(), act, "order " + order, detail);
    }

    private static PaidBackByHand paidBack(ResultSet row, int number) throws SQLException {
        @Nullable UUID by = row.getObject("actor_id", UUID.class);
        return new PaidBackByHand(
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                row.getString("recipient_name"),
                OrderPlaceRows.door(row, "address_").withoutLane().shown(),
                OwedByHand.Why.valueOf(row.getString("why")),
                Money.ofFen(row.getLong("amount_fen")),
                How.valueOf(row.getString("how")),
                row.getObject("paid_on", LocalDate.class),
                row.getString("note"),
                by == null ? null : new MemberId(by),
                instant(row, "noted_at"));
    }
}
