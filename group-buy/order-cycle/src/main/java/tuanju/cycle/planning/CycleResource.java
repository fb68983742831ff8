package tuanju.cycle.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.ByWeight;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProgress;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.LeaderDiscount;
import tuanju.cycle.Minimum;

/**
 * An order cycle as programs see it.
 *
 * @param visibility who may see it and order: PUBLIC, MEMBERS, or LEVEL_1 to LEVEL_9; null in an answer of an earlier release
 */
public record CycleResource(
        String code,
        String title,
        CycleStatus status,
        Instant opens,
        Instant cutOff,
        String pickupPoint,
        String pickupArea,
        Instant pickupFrom,
        Instant pickupUntil,
        List<Point> points,
        @Nullable Instant boxfillUntil,
        @Nullable Instant decideBy,
        @Nullable Instant extended,
        @Nullable Least minimum,
        @Nullable Discount discount,
        List<Product> products,
        @Nullable String visibility) {

    /** So much off every order whose goods cost at least that, out of the leader's fee. */
    record Discount(long fromFen, long offFen) {

        static @Nullable Discount of(@Nullable LeaderDiscount discount) {
            return discount == null
                    ? null
                    : new Discount(discount.from().fen(), discount.off().fen());
        }
    }

    /**
     * A minimum and how far it is to it; only what is paid and makes full cases counts.
     *
     * @param amount fen for MONEY, else a number
     */
    record Least(Minimum.Kind kind, long amount, long reached, long missing) {

        static @Nullable Least of(CycleProgress.@Nullable ToMinimum to) {
            return to == null ? null : new Least(to.kind(), to.amount(), to.reached(), to.missing());
        }
    }

    /**
     * How the cases of a product stand.
     *
     * @param missing pieces to the next full case; none when no case is open
     */
    record Cases(int size, long full, long missing) {}

    /** What a piece weighs about and what 500 g cost; the price of the product is that of its heaviest piece. */
    record Weight(int grams, int bandPercent, long per500gFen) {

        static @Nullable Weight of(@Nullable ByWeight weight) {
            return weight == null
                    ? null
                    : new Weight(
                            weight.grams(),
                            weight.bandPercent(),
                            weight.per500g().fen());
        }
    }

    record Product(
            UUID id,
            String name,
            String spec,
            long priceFen,
            @Nullable Integer left,
            @Nullable Cases cases,
            @Nullable Least minimum,
            @Nullable Weight weight) {

        static Product of(CycleProduct product, CycleProgress progress) {
            var stands = progress.products().stream()
                    .filter(it -> it.product().equals(product.id()))
                    .findFirst();
            return new Product(
                    product.id(),
                    product.name(),
                    product.spec(),
                    product.price().fen(),
                    product.left(),
                    stands.filter(CycleProgress.OfProduct::isCased)
                            .map(it -> new Cases(it.caseSize(), it.cases(), it.missing()))
                            .orElse(null),
                    stands.map(it -> Least.of(it.minimum())).orElse(null),
                    Weight.of(product.terms().weight()));
        }
    }

    /** One of its pickup points; the exact door is told to people with an order there. */
    record Point(UUID point, String name, String area, Instant pickupFrom, Instant pickupUntil) {

        static Point of(CyclePoint point) {
            var place = point.place();
            return new Point(place.point(), place.name(), place.area(), point.from(), point.until());
        }
    }

    static CycleResource of(NextRound.Round round, CycleProgress progress) {
        var cycle = round.cycle();
        return new CycleResource(
                cycle.code().value(),
                cycle.title(),
                cycle.status(),
                cycle.opens(),
                cycle.cutOff(),
                cycle.pickupPlace().name(),
                cycle.pickupPlace().area(),
                cycle.pickupFrom(),
                cycle.pickupUntil(),
                round.points().stream().map(Point::of).toList(),
                cycle.terms().boxfillUntil(),
                cycle.turns().decideBy(),
                cycle.turns().extended(),
                Least.of(progress.minimum()),
                Discount.of(cycle.terms().discount()),
                round.products().stream().map(it -> Product.of(it, progress)).toList(),
                cycle.terms().visibility().word());
    }
}
