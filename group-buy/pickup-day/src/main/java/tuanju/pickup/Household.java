package tuanju.pickup;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tuanju.address.Building;
import tuanju.address.Door;
import tuanju.address.NaturalOrder;
import tuanju.order.dues.Dues;

/**
 * One door and everything of one pickup point that goes behind it: one bag. Orders of the same door share a bag; where it
 * is not known which household lives there, orders of the same person do.
 *
 * @param at its lane only where the list spans several
 */
public record Household(Door at, List<PickupOrder> orders) implements Comparable<Household> {

    private static final Comparator<Household> ORDER = Comparator.comparing(Household::at)
            .thenComparing(household -> household.point().name(), NaturalOrder.OF_DOORS)
            .thenComparing(Household::key);

    public Household {
        orders = List.copyOf(orders);
    }

    /** The code of its first order: what the household is addressed by. */
    public String key() {
        return orders.getFirst().code();
    }

    /** The pickup point its bag waits at. */
    public PickupOrder.Point point() {
        return orders.getFirst().point();
    }

    /** Everyone who ordered for this door: 郭** 、王**. */
    public String people() {
        return joined(orders.stream().map(PickupOrder::name).toList());
    }

    public String phones() {
        return joined(orders.stream().map(PickupOrder::maskedPhone).toList());
    }

    public String notes() {
        return joined(orders.stream().map(PickupOrder::note).toList());
    }

    public List<String> pickupCodes() {
        return orders.stream().map(PickupOrder::pickupCode).toList();
    }

    public List<String> orderCodes() {
        return orders.stream().map(PickupOrder::code).toList();
    }

    public List<PickupLine> lines() {
        return orders.stream().flatMap(order -> order.lines().stream()).toList();
    }

    public CheckSum sum() {
        return CheckSum.total(orders.stream().map(PickupOrder::sum));
    }

    /** Where the money of everything in the bag is. */
    public Dues dues() {
        return Dues.sum(orders.stream().map(PickupOrder::dues).toList());
    }

    public boolean collected() {
        return orders.stream().allMatch(PickupOrder::collected);
    }

    public boolean holds(String orderCode) {
        return orderCodes().contains(orderCode);
    }

    /** 86-701 or 3-1-502, or what of it is known. */
    public String door() {
        return at.shown();
    }

    public Building building() {
        return Building.of(at);
    }

    private static String joined(List<String> parts) {
        return parts.stream().filter(part -> !part.isBlank()).distinct().collect(Collectors.joining("、"));
    }

    @Override
    public int compareTo(Household other) {
        return ORDER.compare(this, other);
    }
}
