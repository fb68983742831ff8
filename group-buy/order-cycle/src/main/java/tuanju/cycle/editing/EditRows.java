package tuanju.cycle.editing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProducts;
import tuanju.member.MemberId;

/** Writes an edition of an open cycle, and what was changed. */
@Component
@RequiredArgsConstructor
class EditRows {

    private final CyclePoints points;
    private final CycleProducts products;
    private final JdbcClient jdbc;

    String introduction(CycleCard cycle) {
        return jdbc.sql("select introduction from order_cycle where community_id = :community and id = :cycle")
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(String.class)
                .single();
    }

    /** Whether it is open by the database's clock, as a cycle that is held. */
    boolean isOpen(CycleCard cycle) {
        return jdbc.sql("""
                        select status = 'OPEN' and decide_by is null and cut_off > clock_timestamp() from order_cycle
                        where community_id = :community and id = :cycle
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(Boolean.class)
                .single();
    }

    /** Points first, goods next, the cycle itself last: in the order in which others take these locks. */
    void write(Edition before, Edition wanted) {
        points(before, wanted);
        goods(wanted);
        var main = wanted.points().getFirst().place();
        jdbc.sql("""
                        update order_cycle set edition = edition + 1, version = version + 1, title = :title,
                            introduction = :introduction, boxfill_until = boxfill_until + (:cutOff::timestamptz - cut_off),
                            cut_off = :cutOff, pickup_from = :from, pickup_until = :until, pickup_point_id = :point,
                            pickup_name = :name, pickup_area = :area, pickup_address = :address, pickup_hours = :hours
                        where community_id = :community and id = :cycle
                        """)
                .param("title", wanted.title())
                .param("introduction", wanted.introduction())
                .param("cutOff", Timestamp.from(wanted.cutOff()))
                .param("from", Timestamp.from(wanted.plan().pickupFrom()))
                .param("until", Timestamp.from(wanted.plan().pickupUntil()))
                .param("point", main.point())
                .param("name", main.name())
                .param("area", main.area())
                .param("address", main.address())
                .param("hours", main.hours())
                .param("community", wanted.cycle().community().value())
                .param("cycle", wanted.cycle().id())
                .update();
    }

    /** One that is no longer offered stays behind the others, at the main point's time. */
    private void points(Edition before, Edition wanted) {
        var cycle = wanted.cycle();
        var places = new HashMap<UUID, Integer>();
        jdbc.sql("select point_id, position from cycle_point where community_id = :community and cycle_id = :cycle")
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(row -> {
                    places.put(row.getObject("point_id", UUID.class), row.getInt("position"));
                });
        var main = wanted.points().getFirst();
        int next = places.values().stream().mapToInt(it -> it).max().orElse(0) + 1;
        for (var point : wanted.points()) {
            if (places.containsKey(point.point())) {
                set(cycle, point.point(), point, false);
            } else {
                points.add(cycle.community(), cycle.id(), point, next++);
            }
        }
        var kept = Edition.byId(wanted.points());
        for (var id : places.keySet()) {
            if (!kept.containsKey(id)) {
                set(cycle, id, main, true);
            }
        }
        if (!Objects.equals(places.get(main.point()), 0)) {
            moveTo(cycle, before.points().getFirst().point(), next);
            moveTo(cycle, main.point(), 0);
        }
    }

    private void set(CycleCard cycle, UUID point, CyclePoint times, boolean isGone) {
        jdbc.sql("""
                        update cycle_point set pickup_from = :from, pickup_until = :until, gone = :gone
                        where community_id = :community and cycle_id = :cycle and point_id = :point
                        """)
                .param("from", Timestamp.from(times.from()))
                .param("until", Timestamp.from(times.until()))
                .param("gone", isGone)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("point", point)
                .update();
    }

    private void moveTo(CycleCard cycle, UUID point, int position) {
        jdbc.sql("""
                        update cycle_point set position = :position
                        where community_id = :community and cycle_id = :cycle and point_id = :point
                        """)
                .param("position", position)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("point", point)
                .update();
    }

    private void goods(Edition wanted) {
        var cycle = wanted.cycle();
        for (int at = 0; at < wanted.goods().size(); at++) {
            var goods = wanted.goods().get(at);
            if (goods.was() == null) {
                products.add(cycle.community(), cycle.id(), goods.id(), goods.item(), at);
            }
        }
        wanted.goods().stream()
                .filter(it -> it.was() == null || !it.equals(Edition.Goods.of(it.was())))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(it -> change(cycle, it));
    }

    private void change(CycleCard cycle, Edition.Goods goods) {
        var weight = goods.item().terms().weight();
        jdbc.sql("""
                        update cycle_product set name = :name, spec = :spec, price_fen = :price, quantity_limit = :limit,
                            case_size = :case, per_500g_fen = :per500g::bigint, description = :description, stopped = :stopped
                        where community_id = :community and id = :id
                        """)
                .param("name", goods.item().name())
                .param("spec", goods.item().spec())
                .param("price", goods.item().price().fen())
                .param("limit", goods.item().limit())
                .param("case", goods.item().terms().caseSize())
                .param("per500g", weight == null ? null : weight.per500g().fen())
                .param("description", goods.description())
                .param("stopped", goods.stopped())
                .param("community", cycle.community().value())
                .param("id", goods.id())
                .update();
    }

    /** Says what this edition changed. */
    void say(CycleCard cycle, MemberId by, List<Change> changes) {
        for (int at = 0; at < changes.size(); at++) {
            var change = changes.get(at);
            jdbc.sql("""
                            insert into cycle_edit (community_id, cycle_id, edition, position, what, about, was, becomes, actor_id)
                            values (:community, :cycle, :edition, :position, :what, :about, :was, :becomes, :by)
                            """)
                    .param("community", cycle.community().value())
                    .param("cycle", cycle.id())
                    .param("edition", cycle.turns().edition() + 1)
                    .param("position", at)
                    .param("what", change.what().name())
                    .param("about", change.about())
                    .param("was", change.was())
                    .param("becomes", change.becomes())
                    .param("by", by.value())
                    .update();
        }
    }

    /** A change and when it was made. */
    record Made(Change change, int edition, Instant at) {}

    /** The latest changes first, at most so many. */
    List<Made> of(CycleCard cycle, int most) {
        return jdbc.sql("""
                        select edition, what, about, was, becomes, at from cycle_edit
                        where community_id = :community and cycle_id = :cycle order by edition desc, position limit :most
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("most", most)
                .query((row, number) -> new Made(
                        new Change(
                                Change.What.valueOf(row.getString("what")),
                                row.getString("about"),
                                row.getString("was"),
                                row.getString("becomes")),
                        row.getInt("edition"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
