package tuanju.cycle.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.community.PickupPointCard;
import tuanju.cycle.ByWeight;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.LeaderDiscount;
import tuanju.cycle.Minimum;
import tuanju.cycle.ProductTerms;
import tuanju.money.Money;

/**
 * A cycle to open; the community by its short code, needed only by who leads several. It is collected at one pickup
 * point, or at each of several points at its own time.
 *
 * @param opensAt when members may begin to order; at once without
 * @param discount what the leader gives off orders from an amount on, out of their own fee
 * @param visibility who may see it and order: PUBLIC without, MEMBERS, or LEVEL_1 to LEVEL_9
 * @param draft whether only its leader sees it until they open it
 */
record NewCycle(
        @Nullable String community,
        String title,
        List<NewProduct> products,
        Instant cutOff,
        @Nullable UUID pickupPoint,
        @Nullable Instant pickupFrom,
        @Nullable Instant pickupUntil,
        @Nullable List<NewPoint> points,
        @Nullable NewMinimum minimum,
        @Nullable Instant boxfillUntil,
        @Nullable Instant opensAt,
        @Nullable Boolean draft,
        @Nullable NewDiscount discount,
        @Nullable String visibility) {

    /** The points asked for, in their order; refuses with Invalid both ways at once. */
    List<NewPoint> where() {
        if (points == null) {
            return List.of(new NewPoint(pickupPoint, pickupFrom, pickupUntil));
        }
        if (pickupPoint != null || pickupFrom != null || pickupUntil != null) {
            throw new Invalid("points", "cycle-points-or-point");
        }
        return points;
    }

    boolean isDraft() {
        return Boolean.TRUE.equals(draft);
    }

    /** When members may begin to order; refuses with Invalid a time that is not before the cut-off. */
    Instant opens(Instant now) {
        if (opensAt == null || !opensAt.isAfter(now)) {
            return now;
        }
        if (!opensAt.isBefore(cutOff)) {
            throw new Invalid("opensAt", "cycle-opens-after-cut-off");
        }
        return opensAt;
    }

    /** A pickup point, and when the goods are collected there. */
    record NewPoint(
            @Nullable UUID point,
            @Nullable Instant pickupFrom,
            @Nullable Instant pickupUntil) {

        CyclePoint read(List<PickupPointCard> own, String prefix) {
            if (point == null) {
                throw new Invalid(prefix + (prefix.isEmpty() ? "pickupPoint" : "point"), "cycle-choice-missing");
            }
            var place = OwnPoints.place(own, point, prefix + (prefix.isEmpty() ? "pickupPoint" : "point"));
            return new CyclePoint(
                    place, given(pickupFrom, prefix + "pickupFrom"), given(pickupUntil, prefix + "pickupUntil"));
        }

        private static Instant given(@Nullable Instant time, String field) {
            if (time == null) {
                throw new Invalid(field, "cycle-time-unreadable");
            }
            return time;
        }
    }

    /** What must be paid for: fen for MONEY, else a number of orders, pieces or cases. */
    record NewMinimum(Minimum.Kind kind, long amount) {

        static @Nullable Minimum read(@Nullable NewMinimum minimum) {
            return minimum == null ? null : new Minimum(minimum.kind(), minimum.amount());
        }
    }

    /** So much off every order whose goods cost at least that. */
    record NewDiscount(@Nullable Long fromFen, @Nullable Long offFen) {

        static @Nullable LeaderDiscount read(@Nullable NewDiscount wanted) {
            if (wanted == null) {
                return null;
            }
            var from = wanted.fromFen();
            var off = wanted.offFen();
            if (from == null || off == null || from < 0 || off < 0) {
                throw new Invalid("discount", "cycle-discount-unreadable");
            }
            return LeaderDiscount.of(from, off);
        }
    }

    /** Sold by weight: what a piece weighs about, and how much lighter or heavier it may be. */
    record NewWeight(int grams, int bandPercent) {}

    /** A product of it: by its SKU in the catalogue, or by name and spec. With a weight its price is that of 500 g. */
    record NewProduct(
            @Nullable UUID sku,
            @Nullable String name,
            @Nullable String spec,
            long priceFen,
            @Nullable Integer limit,
            @Nullable Integer caseSize,
            @Nullable NewMinimum minimum,
            @Nullable NewWeight weight) {

        ProductTerms terms() {
            return new ProductTerms(
                    caseSize == null ? 1 : caseSize,
                    NewMinimum.read(minimum),
                    weight == null ? null : new ByWeight(weight.grams(), weight.bandPercent(), Money.ofFen(priceFen)));
        }
    }
}
