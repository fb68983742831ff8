package tuanju.points;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.money.Money;

/**
 * Gives points for what is kept of an order, and takes them back when it is not: what is right is reckoned from the order each time,
 * so that hearing something twice, late or in another order changes nothing.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class PointsEarning {

    /** As commission vests: an order that may still go back pays no other. */
    private static final Duration USABLE_AFTER = Duration.ofDays(7);

    private static final int USUAL = 100;

    private final PointsTermRows terms;
    private final PointsKeeping keeping;
    private final PointsLotRows lots;
    private final JdbcClient jdbc;
    private final Clock clock;

    private final ObjectProvider<PointsRaise> raises;

    private record Earned(int perYuan, int percent, int points) {}

    /**
     * An order as its points are reckoned.
     *
     * @param kept of its money; nothing where it went back, or was not handed over
     * @param begins that it was handed over now, at the terms of now; one that was before does not begin to give any
     */
    record Reckoned(
            UUID order,
            Instant placed,
            Money kept,
            @Nullable Instant begins) {}

    /** Gives what is right of it now, or takes it back. */
    void settle(Owner owner, Reckoned now) {
        var order = now.order();
        var begins = now.begins();
        if (begins != null && !now.kept().isZero()) {
            begin(owner, now);
        }
        var earned = earned(owner, order).orElse(null);
        if (earned == null) {
            return;
        }
        int right = Math.toIntExact(now.kept().fen() / 100 * earned.perYuan() * earned.percent() / 100);
        int more = right - earned.points();
        if (more > 0) {
            note(owner, order, "earned", more);
            keeping.add(owner, Entry.Kind.EARNED, lot(order, more, begins == null ? clock.instant() : begins));
        } else if (more < 0) {
            note(owner, order, "taken", -more);
            keeping.takeBack(owner, order, -more);
        }
    }

    private Lot lot(UUID order, int points, Instant handedOver) {
        return Lot.got(Lot.Rule.ORDER, order, points, clock.instant(), handedOver.plus(USABLE_AFTER));
    }

    private void begin(Owner owner, Reckoned order) {
        var now = terms.of(owner.community());
        if (now.perYuan() == 0) {
            return;
        }
        var raise = raise(owner, order.placed());
        lots.lock(owner);
        jdbc.sql("""
            insert into points_earning (community_id, order_id, member_id, per_yuan, percent, raised_by)
            values (:community, :order, :member, :perYuan, :percent, :by) on conflict do nothing
            """)
                .param("community", owner.community().value())
                .param("order", order.order())
                .param("member", owner.member().value())
                .param("perYuan", now.perYuan())
                .param("percent", raise.map(PointsRaise.Raise::percent).orElse(USUAL))
                .param("by", raise.map(PointsRaise.Raise::by).orElse(null))
                .update();
    }

    /** The greatest one. */
    private Optional<PointsRaise.Raise> raise(Owner owner, Instant placed) {
        return raises.stream()
                .flatMap(it -> it.of(owner.community(), owner.member(), placed).stream())
                .max(Comparator.comparing(PointsRaise.Raise::percent));
    }

    private Optional<Earned> earned(Owner owner, UUID order) {
        return jdbc.sql("""
            select per_yuan, percent, earned - taken as points from points_earning
            where community_id = :community and order_id = :order for no key update
            """)
                .param("community", owner.community().value())
                .param("order", order)
                .query((row, number) -> new Earned(row.getInt("per_yuan"), row.getInt("percent"), row.getInt("points")))
                .optional();
    }

    private void note(Owner owner, UUID order, String what, int points) {
        jdbc.sql("update points_earning set " + what + " = " + what
                        + " + :points where community_id = :community and order_id = :order")
                .param("points", points)
                .param("community", owner.community().value())
                .param("order", order)
                .update();
    }
}
