package tuanju.order.fulfilment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.address.Door;
import tuanju.community.CommunityId;
import tuanju.order.Address;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.Pickup;
import tuanju.order.Times;

/** The columns that say where orders go, and the tables that remember where they went before. */
@Component
@RequiredArgsConstructor
public class OrderPlaceRows {

    private final JdbcClient jdbc;

    public UUID point(CommunityId community, OrderId order) {
        return jdbc.sql("select pickup_point_id from orders where community_id = :community and id = :order")
                .param("community", community.value())
                .param("order", order.value())
                .query(UUID.class)
                .single();
    }

    /** The names of the points these orders go to. */
    public List<String> names(CommunityId community, Collection<OrderId> orders) {
        return orders.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select distinct pickup_point_name from orders
                        where community_id = :community and id in (:orders) order by 1
                        """)
                        .param("community", community.value())
                        .param("orders", ids(orders))
                        .query((row, number) -> row.getString("pickup_point_name"))
                        .list();
    }

    /** Of the same lane, or where one of the two names none. */
    public List<String> units(CommunityId community, UUID point, Door door) {
        return jdbc.sql("""
                        select distinct address_unit from orders
                        where community_id = :community and pickup_point_id = :point and address_building = :building
                            and address_unit <> '' and (address_lane = :lane or address_lane = '' or :lane = '')
                            and status <> 'CLOSED'
                        order by 1 limit 12
                        """)
                .param("community", community.value())
                .param("point", point)
                .param("building", door.building())
                .param("lane", door.lane())
                .query((row, number) -> row.getString("address_unit"))
                .list();
    }

    public void toPoint(CommunityId community, Collection<OrderId> orders, Pickup to, OrderChange change) {
        if (orders.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with said as (
                            insert into order_point_change (community_id, order_id, was_point_id, was_name, point_id, name,
                                actor_id, cause)
                            select community_id, id, pickup_point_id, pickup_point_name, :point, :name, :actor, :cause
                            from orders where community_id = :community and id in (:orders))
                        update orders set pickup_point_id = :point, pickup_point_name = :name, pickup_point_area = :area,
                            pickup_point_address = :address, pickup_point_hours = :hours, pickup_leader_id = :leader,
                            pickup_from = :from, pickup_until = :until
                        where community_id = :community and id in (:orders)
                        """)
                .param("community", community.value())
                .param("orders", ids(orders))
                .param("point", to.point())
                .param("name", to.name())
                .param("area", to.area())
                .param("address", to.address())
                .param("hours", to.hours())
                .param("leader", to.leader().value())
                .param("from", Times.sql(to.from()))
                .param("until", Times.sql(to.until()))
                .param("actor", change.actor() == null ? null : change.actor().value())
                .param("cause", change.cause())
                .update();
    }

    /** Whether the door is another than before. */
    public boolean toDoor(
            CommunityId community, OrderId order, Address door, @Nullable OrderId beside, OrderChange change) {
        return jdbc.sql("""
                                with said as (
                                    insert into order_door_change (community_id, order_id, was_lane, was_building, was_unit, was_room,
                                        was_origin, lane, building, unit, room, beside_id, actor_id, cause)
                                    select community_id, id, address_lane, address_building, address_unit, address_room,
                                        address_origin, :lane, :building, :unit, :room, cast(:beside as uuid), :actor, :cause
                                    from orders where community_id = :community and id = :order
                                        and (address_lane, address_building, address_unit, address_room)
                                            <> (:lane, :building, :unit, :room)
                                    returning order_id)
                                update orders o set address_lane = :lane, address_building = :building,
                                    address_unit = :unit, address_room = :room, address_origin = :origin
                                from said where o.community_id = :community and o.id = said.order_id
                                """)
                        .param("community", community.value())
                        .param("order", order.value())
                        .param("lane", door.door().lane())
                        .param("building", door.door().building())
                        .param("unit", door.door().unit())
                        .param("room", door.door().room())
                        .param("origin", door.origin())
                        .param("beside", beside == null ? null : beside.value())
                        .param(
                                "actor",
                                change.actor() == null ? null : change.actor().value())
                        .param("cause", change.cause())
                        .update()
                == 1;
    }

    /** The pickup points an order went to since it was placed, oldest first. */
    public List<PointChange> pointChanges(CommunityId community, OrderId order) {
        return jdbc.sql("""
                        select was_name, name, at, cause from order_point_change
                        where community_id = :community and order_id = :order order by step
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> new PointChange(
                        row.getString("was_name"),
                        row.getString("name"),
                        Times.instant(row, "at"),
                        row.getString("cause")))
                .list();
    }

    /** By which step each of these orders last went to another point; one that never did is missing. */
    Map<OrderId, Long> lastPointSteps(CommunityId community, Collection<OrderId> orders) {
        var steps = new HashMap<OrderId, Long>();
        jdbc.sql("""
                        select order_id, max(step) as step from order_point_change
                        where community_id = :community and order_id = any(:orders) group by order_id
                        """)
                .param("community", community.value())
                .param("orders", ids(orders).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    steps.put(new OrderId(row.getObject("order_id", UUID.class)), row.getLong("step"));
                });
        return steps;
    }

    /** The doors an order's bag was packed for since it was placed, oldest first. */
    public List<DoorChange> doorChanges(CommunityId community, OrderId order) {
        return jdbc.sql("""
                        select step, was_lane, was_building, was_unit, was_room, was_origin, lane, building, unit, room,
                            beside_id, at, cause
                        from order_door_change
                        where community_id = :community and order_id = :order order by step
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query(OrderPlaceRows::doorChange)
                .list();
    }

    /** Why an order shares its bag: own-bag with another order of its buyer, besides with one that its leader put there. */
    public record OneBag(String why, Instant at) {}

    /**
     * Why this order shares its bag. Only what is known to be one household counts: the buyer's own orders, and orders that
     * the leader put together. That two orders have the same door does not.
     */
    public List<OneBag> inOneBag(CommunityId community, OrderId order) {
        return jdbc.sql("""
                        select case when other.buyer_id = mine.buyer_id then 'own-bag' else 'besides' end as why,
                            max(greatest(mine.placed_at, coalesce(put.at, other.placed_at))) as since
                        from orders mine
                        join orders other on other.community_id = mine.community_id and other.source_id = mine.source_id
                            and other.id <> mine.id and other.status in ('PAID', 'CONFIRMED')
                            and other.pickup_point_id = mine.pickup_point_id
                            and (other.address_lane, other.address_building, other.address_unit, other.address_room)
                                = (mine.address_lane, mine.address_building, mine.address_unit, mine.address_room)
                        left join lateral (
                            select d.at, d.beside_id from order_door_change d
                            where d.community_id = other.community_id and d.order_id = other.id
                            order by d.step desc limit 1) put on put.beside_id = mine.id
                        where mine.community_id = :community and mine.id = :order and mine.status in ('PAID', 'CONFIRMED')
                            and mine.address_building <> '' and mine.address_room <> ''
                            and (other.buyer_id = mine.buyer_id or put.at is not null)
                        group by 1 order by 2
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> new OneBag(row.getString("why"), Times.instant(row, "since")))
                .list();
    }

    private static DoorChange doorChange(ResultSet row, int number) throws SQLException {
        @Nullable UUID beside = row.getObject("beside_id", UUID.class);
        return new DoorChange(
                row.getLong("step"),
                new Address("", door(row, "was_"), row.getString("was_origin")),
                new Address("", door(row, ""), "by-hand"),
                beside == null ? null : new OrderId(beside),
                Times.instant(row, "at"),
                row.getString("cause"));
    }

    /** The door in the columns whose names begin so. */
    public static Door door(ResultSet row, String prefix) throws SQLException {
        return new Door(
                row.getString(prefix + "lane"),
                row.getString(prefix + "building"),
                row.getString(prefix + "unit"),
                row.getString(prefix + "room"));
    }

    private static List<UUID> ids(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::value).toList();
    }
}
