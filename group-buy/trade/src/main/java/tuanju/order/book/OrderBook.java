package tuanju.order.book;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Door;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.PickupCodes;
import tuanju.order.aftersale.Allowances;
import tuanju.order.aftersale.OrderReturns;
import tuanju.order.fulfilment.DoorChange;
import tuanju.order.fulfilment.OrderPlaceRows;
import tuanju.order.fulfilment.PointChange;
import tuanju.page.KeysetPage;
import tuanju.payment.Credit;
import tuanju.payment.Refunds;

/** Reads orders: for their buyers, and for the people who sort and hand over. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class OrderBook {

    /** Told by whoever sells something that is no order and is paid through the same till. */
    public interface MoneyElsewhere {

        /** Where an operator reads of what was paid under this id; empty where it is not theirs. */
        Optional<String> page(CommunityId community, UUID id);
    }

    private static final int LARGEST_PAGE = 50;
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final OrderCardRows cards;
    private final OrderSheetRows sheets;
    private final OrderDoorRows doors;
    private final OrderMarkRows marks;
    private final OrderReturns returns;
    private final OrderPlaceRows places;
    private final Allowances allowances;
    private final Communities communities;
    private final Refunds refunds;
    private final Credit credit;

    /**
     * This buyer's orders of all communities, newest first.
     *
     * @param after the last order of the page before; null for the first page
     * @param limit at most 50
     */
    public List<OrderCard> of(MemberId buyer, @Nullable Code after, int limit) {
        return of(buyer, EnumSet.allOf(OrderStatus.class), after, limit);
    }

    /** The same, only those in one of these statuses. */
    public List<OrderCard> of(MemberId buyer, Set<OrderStatus> statuses, @Nullable Code after, int limit) {
        return cards.of(buyer, new OrderCardRows.Asked(statuses, "", after), Math.clamp(limit, 1, LARGEST_PAGE));
    }

    /** A page of this buyer's orders in one drawer, newest first, found by words. */
    KeysetPage<OrderCard> shown(MemberId buyer, OrderTab tab, String words, @Nullable Code after) {
        var found = cards.of(buyer, new OrderCardRows.Asked(tab.statuses(), words, after), SHOWN + 1);
        return KeysetPage.of(found, SHOWN, words, after, OrderCard::code);
    }

    /** One order of this buyer in full. Refuses with NotFound, also another person's. */
    public OrderDetail detail(MemberId buyer, Code code) {
        var community = communities.of(code).id();
        var card = card(buyer, code);
        var sheet = sheet(community, card.id());
        return new OrderDetail(
                community,
                card,
                sheet.recipient(),
                sheet.maskedPhone(),
                sheet.address().door(),
                cards.pickup(community, card.id()),
                sheet.note(),
                sheet.lines(),
                credit.setAside(community, card.id().value()),
                cards.discounts(community, card.id()),
                cards.timeline(community, card.id()),
                returns.changes(community, card.id()),
                allowances.of(community, card.id()),
                refunds.of(community, card.id().value()));
    }

    /** What is left of its discounts of this source, in the order in which they were taken off, after pieces left it. */
    public List<Money> keptDiscounts(CommunityId community, OrderId order, String source) {
        return cards.keptDiscounts(community, order, source);
    }

    /** One order of this buyer. Refuses with NotFound, also another person's. */
    public OrderCard card(MemberId buyer, Code code) {
        return cards.card(communities.of(code).id(), buyer, code).orElseThrow(NotFound::new);
    }

    /** The orders of one cycle or team that are confirmed, collected or completed, in the order they were placed. */
    public List<OrderSheet> sheetsOf(CommunityId community, UUID source) {
        return sheets.ofSource(community, source);
    }

    /** The doors of the same orders, without their goods. */
    public List<OrderDoor> doorsOf(CommunityId community, UUID source) {
        return doors.ofSource(community, source);
    }

    /** The orders of one cycle or team that wait for their money, in the order they were placed. */
    public List<OrderSheet> unpaidOf(CommunityId community, UUID source) {
        return sheets.unpaidOfSource(community, source);
    }

    /** The orders of one cycle or team whose money is here, decided or not, in the order they were placed. */
    public List<OrderSheet> expectedOf(CommunityId community, UUID source) {
        return sheets.expectedOfSource(community, source);
    }

    /**
     * The orders of one cycle or team that stand, paid or not, and those that are over but whose buyer gets money back by
     * hand, in the order they were placed.
     */
    public List<OrderSheet> standingOf(CommunityId community, UUID source) {
        return sheets.standingOfSource(community, source);
    }

    /** The orders waiting at this leader's pickup points, and those collected there less than a day ago. */
    public List<OrderSheet> sheetsAtDeskOf(CommunityId community, MemberId leader) {
        return sheets.atDeskOf(community, leader);
    }

    /** The doors of the same orders, without their goods. */
    public List<OrderDoor> doorsAtDeskOf(CommunityId community, MemberId leader) {
        return doors.atDeskOf(community, leader);
    }

    /** The order with this pickup code at one of this leader's points, in any status. */
    public Optional<OrderSheet> byPickupCode(CommunityId community, MemberId leader, String pickupCode) {
        return sheets.byPickupCode(community, leader, PickupCodes.read(pickupCode));
    }

    /** The name of the pickup point where the order with this pickup code waits, whoever leads it. */
    public Optional<String> pointOfPickupCode(CommunityId community, String pickupCode) {
        return jdbc.sql("""
            select pickup_point_name from orders
            where community_id = :community and pickup_code = :code
            """)
                .param("community", community.value())
                .param("code", PickupCodes.read(pickupCode))
                .query(String.class)
                .optional();
    }

    /** One order as the people who hand over see it. Refuses with NotFound. */
    public OrderSheet sheet(CommunityId community, OrderId order) {
        return sheets.one(community, order).orElseThrow(NotFound::new);
    }

    /** The same by its code. */
    public OrderSheet sheet(CommunityId community, Code code) {
        return sheets.byCode(community, code).orElseThrow(NotFound::new);
    }

    /** These orders as the people who hand over see them, in the order they were placed. */
    public List<OrderSheet> sheetsOf(CommunityId community, Collection<OrderId> orders) {
        return orders.isEmpty() ? List.of() : sheets.these(community, orders);
    }

    /** Whose pickup point an order is collected at. Refuses with NotFound. */
    public MemberId leaderOf(CommunityId community, OrderId order) {
        return jdbc.sql("select pickup_leader_id from orders where community_id = :community and id = :order")
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> new MemberId(row.getObject("pickup_leader_id", UUID.class)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** What the orders of one cycle or team add up to at the prices they were ordered for, counted by the database. */
    public OrderTotals totalsOf(CommunityId community, UUID source) {
        return sheets.totals(community, source);
    }

    /** The full phone number of an order's recipient, for a logged reveal; empty once it was erased. */
    public Optional<String> phone(CommunityId community, OrderId order) {
        return jdbc.sql("""
            select phone from orders
            where community_id = :community and id = :order and phone is not null
            """)
                .param("community", community.value())
                .param("order", order.value())
                .query(String.class)
                .optional();
    }

    /** The orders of one cycle or team with these codes, in any status. Refuses with NotFound what is not there. */
    public List<OrderId> idsIn(CommunityId community, UUID source, Collection<Code> codes) {
        var wanted = codes.stream().map(Code::value).distinct().toList();
        var found = wanted.isEmpty() ? List.<OrderId>of() : sheets.ids(community, source, wanted);
        if (found.isEmpty() || found.size() < wanted.size()) {
            throw new NotFound();
        }
        return found;
    }

    /** Every step of an order, oldest first. */
    public List<OrderStep> timeline(CommunityId community, OrderId order) {
        return cards.timeline(community, order);
    }

    /** What a leader, or who stands in for one, did last to each of these orders; one that nobody did anything to is missing. */
    public Map<UUID, OrderStep.Mark> marks(CommunityId community, Collection<UUID> orders) {
        return marks.of(community, orders);
    }

    /** The pickup points an order went to since it was placed, oldest first. */
    public List<PointChange> pointChanges(CommunityId community, OrderId order) {
        return places.pointChanges(community, order);
    }

    /** The doors an order's bag was packed for since it was placed, oldest first. */
    public List<DoorChange> doorChanges(CommunityId community, OrderId order) {
        return places.doorChanges(community, order);
    }

    /** The units (单元) of a building that orders at this pickup point name; none where its doors have none. */
    public List<String> unitsOf(CommunityId community, UUID point, Door door) {
        return places.units(community, point, door);
    }
}
