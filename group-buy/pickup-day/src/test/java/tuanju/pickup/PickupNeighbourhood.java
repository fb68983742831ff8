package tuanju.pickup;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import support.Residents;
import tuanju.address.Door;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.Address;
import tuanju.order.OrderKind;
import tuanju.order.OrderSource;
import tuanju.order.Pickup;
import tuanju.order.Recipient;
import tuanju.order.life.NewLine;
import tuanju.order.life.NewOrder;
import tuanju.order.life.Orders;
import tuanju.order.life.PlacedOrder;

/** Founds communities with a leader, a pickup point, cycles and orders, for tests. */
@TestComponent
@RequiredArgsConstructor
public class PickupNeighbourhood {

    private final Communities communities;
    private final Residents residents;
    private final Leaders leaders;
    private final PickupPoints points;
    private final Orders orders;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;

    /** A leader with a community and a point of their own. */
    public record Led(CommunityCard community, MemberId leader, PickupPointCard point) {
        public SignedIn signedIn() {
            return new SignedIn(leader, "陈团长", false);
        }
    }

    /** A cycle of that leader. */
    public record Cycle(UUID id, String code, Led led, Instant pickup) {}

    public Led found() {
        var community = communities.found("嘉怡水岸" + ThreadLocalRandom.current().nextInt(100_000), "紫龙路500弄");
        return newLeader(community);
    }

    public Led newLeader(CommunityCard community) {
        var leader = signUp("陈团长");
        leaders.appoint(leader, community.id(), leader);
        var place = new PickupPlace("3号门", "3号门旁", "3号门快递柜旁", "9:00–20:00", "");
        return new Led(community, leader, points.open(community.id(), leader, place));
    }

    public MemberId signUp(String name) {
        var phone = "13" + ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999L);
        return residents.settle(phone, name);
    }

    public Cycle cycle(Led led) {
        return cycle(led, Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.HOURS));
    }

    /** One whose goods have arrived. */
    public Cycle cycle(Led led, Instant pickup) {
        return cycle(led, pickup, "ARRIVED");
    }

    public Cycle cycle(Led led, Instant pickup, String status) {
        var cycle =
                new Cycle(Ids.next(), communities.nextCode(led.community().id()).value(), led, pickup);
        jdbc.sql("""
                        with made as (
                            insert into order_cycle (community_id, id, code, leader_id, title, status, opens, cut_off,
                                pickup_point_id, pickup_name, pickup_area, pickup_address, pickup_hours, pickup_from,
                                pickup_until, version)
                            values (:community, :id, :code, :leader, '周一水果团', :status, :opens, :cutOff, :point, :name,
                                :area, :address, :hours, :from, :until, 0)
                            returning *)
                        insert into cycle_point (community_id, cycle_id, point_id, position, name, area, address, hours,
                            pickup_from, pickup_until)
                        select community_id, id, pickup_point_id, 0, pickup_name, pickup_area, pickup_address, pickup_hours,
                            pickup_from, pickup_until from made
                        """)
                .param("community", led.community().id().value())
                .param("id", cycle.id())
                .param("code", cycle.code())
                .param("leader", led.leader().value())
                .param("status", status)
                .param("opens", at(pickup.minus(3, ChronoUnit.DAYS)))
                .param("cutOff", at(pickup.minus(1, ChronoUnit.DAYS)))
                .param("point", led.point().id())
                .param("name", led.point().name())
                .param("area", led.point().area())
                .param("address", led.point().address())
                .param("hours", led.point().hours())
                .param("from", at(pickup))
                .param("until", at(pickup.plus(10, ChronoUnit.HOURS)))
                .update();
        return cycle;
    }

    /** One order of a household: so many melons, and as many lychees when there are several. */
    public record Wish(String building, String room, String name, int melons, String note) {
        public Wish(String building, String room, String name, int melons) {
            this(building, room, name, melons, "");
        }
    }

    public List<PlacedOrder> order(Cycle cycle, Wish... wishes) {
        var placed = new ArrayList<NewOrder>();
        for (var wish : wishes) {
            placed.add(order(cycle, wish));
        }
        return transaction.execute(
                status -> orders.placeImported(cycle.led().community().id(), placed));
    }

    public String pickupCode(PlacedOrder order) {
        return jdbc.sql("select pickup_code from orders where id = :id")
                .param("id", order.id().value())
                .query(String.class)
                .single();
    }

    public String status(PlacedOrder order) {
        return jdbc.sql("select status from orders where id = :id")
                .param("id", order.id().value())
                .query(String.class)
                .single();
    }

    private static NewOrder order(Cycle cycle, Wish wish) {
        var address = new Address("紫龙路500弄", new Door("500", wish.building(), "", wish.room()), "columns");
        var phone = "138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        var lines = new ArrayList<NewLine>();
        lines.add(line("冰淇淋黄心西瓜", "一箱四个约14斤", 8000, wish.melons()));
        if (wish.melons() > 1) {
            lines.add(line("荔枝", "每箱四斤", 5990, wish.melons()));
        }
        return new NewOrder(
                cycle.led().community().id(),
                OrderKind.IMPORT,
                OrderSource.imported(
                        cycle.id(),
                        new tuanju.community.Code(cycle.code()),
                        "kuaituantuan",
                        Ids.next().toString()),
                Recipient.guest(wish.name(), phone, address),
                Pickup.at(cycle.led().point(), cycle.pickup(), cycle.pickup().plus(10, ChronoUnit.HOURS)),
                lines,
                wish.note() + "到了打" + phone,
                null);
    }

    private static NewLine line(String name, String spec, long fen, int quantity) {
        return NewLine.named(name, spec, Money.ofFen(fen), quantity);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
