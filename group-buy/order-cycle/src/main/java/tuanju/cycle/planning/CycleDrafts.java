package tuanju.cycle.planning;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.cycle.CannotChangeCycle;
import tuanju.cycle.CutOffs;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleMoves;
import tuanju.cycle.CycleMoves.Step;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleStatus;
import tuanju.member.MemberId;

/** Cycles that only their leader sees: written again as often as they like, then opened or thrown away. */
@Component
@RequiredArgsConstructor
public class CycleDrafts {

    private final CycleMoves moves;
    private final CycleProducts products;
    private final CyclePoints points;
    private final CutOffs cutOffs;
    private final CycleDiscounts discounts;
    private final JdbcClient jdbc;

    /** Puts this plan in the place of the draft's own. Refuses with CannotChangeCycle what is a draft no more. */
    @Transactional
    public void rewrite(CycleCard card, CyclePlan plan) {
        var cycle = locked(card);
        CycleOpening.checkProducts(plan);
        discounts.check(cycle.community(), plan.terms());
        empty(cycle);
        write(cycle, plan);
        points.add(cycle.community(), cycle.id(), plan.points());
        products.add(cycle.community(), cycle.id(), plan.items());
    }

    /**
     * Opens a draft, at its opening time or at once when that is past. Refuses with Invalid one whose cut-off is past or
     * that has no products, with CannotChangeCycle what is a draft no more.
     */
    @Transactional
    public void open(MemberId leader, CycleCard card) {
        var cycle = locked(card);
        if (products.of(cycle).isEmpty()) {
            throw new Invalid("products", "cycle-no-products");
        }
        discounts.check(cycle.community(), cycle.terms());
        boolean inTime = jdbc.sql("""
                        update order_cycle set opens = greatest(opens, now())
                        where community_id = :community and id = :cycle and cut_off > now()
                        """)
                        .param("community", cycle.community().value())
                        .param("cycle", cycle.id())
                        .update()
                == 1;
        if (!inTime) {
            throw new Invalid("cutOff", "cycle-cut-off-past");
        }
        moves.move(cycle, CycleStatus.OPEN, new Step(leader, "opened"));
        cutOffs.schedule(cycle);
    }

    /** Nobody has seen it, and nobody will. */
    @Transactional
    public void discard(MemberId leader, CycleCard card) {
        moves.move(locked(card), CycleStatus.LAPSED, new Step(leader, "discarded"));
    }

    private CycleCard locked(CycleCard card) {
        var cycle = moves.lock(card.community(), card.id());
        if (cycle.status() != CycleStatus.DRAFT) {
            throw CannotChangeCycle.from(cycle.status(), CycleStatus.DRAFT);
        }
        return cycle;
    }

    private void empty(CycleCard cycle) {
        for (var table : new String[] {"cycle_product", "cycle_point"}) {
            jdbc.sql("delete from " + table + " where community_id = :community and cycle_id = :cycle")
                    .param("community", cycle.community().value())
                    .param("cycle", cycle.id())
                    .update();
        }
    }

    private void write(CycleCard cycle, CyclePlan plan) {
        var place = plan.pickup();
        var minimum = plan.terms().minimum();
        var discount = plan.terms().discount();
        jdbc.sql("""
                        update order_cycle set title = :title, opens = :opens, cut_off = :cutOff,
                            pickup_point_id = :point, pickup_name = :name, pickup_area = :area,
                            pickup_address = :address, pickup_hours = :hours, pickup_from = :from, pickup_until = :until,
                            minimum_kind = :kind, minimum = :minimum, boxfill_until = :boxfill,
                            discount_from_fen = :from_fen, discount_off_fen = :off_fen, visible_from = :visible,
                            version = version + 1
                        where community_id = :community and id = :cycle
                        """)
                .param("title", plan.title())
                .param("opens", time(plan.opens()))
                .param("cutOff", time(plan.cutOff()))
                .param("point", place.point())
                .param("name", place.name())
                .param("area", place.area())
                .param("address", place.address())
                .param("hours", place.hours())
                .param("from", time(plan.pickupFrom()))
                .param("until", time(plan.pickupUntil()))
                .param("kind", minimum == null ? null : minimum.kind().name())
                .param("minimum", minimum == null ? null : minimum.amount())
                .param("boxfill", time(plan.terms().boxfillUntil()))
                .param("from_fen", discount == null ? null : discount.from().fen(), Types.BIGINT)
                .param("off_fen", discount == null ? null : discount.off().fen(), Types.BIGINT)
                .param("visible", plan.terms().visibility().from(), Types.SMALLINT)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
