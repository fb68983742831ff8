package tuanju.pickup;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One door and everything of one pickup point that goes behind it: one bag. Orders of the same room share a bag; where no
 * room is known, orders of the same person do.
 */
public record Household(Building building, String room, List<PickupOrder> orders) implements Comparable<Household> {

    private static final Comparator<Household> ORDER = Comparator.comparing(Household::building)
            .thenComparing(Household::room, NaturalOrder.OF_DOORS)
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

    List<String> pickupCodes() {
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

    public boolean collected() {
        return orders.stream().allMatch(PickupOrder::collected);
    }

    public boolean holds(String orderCode) {
        return orderCodes().contains(orderCode);
    }

    /** 86-701, or what of it is known. */
    public String door() {
        return building.label() + (building.known() && !room.isEmpty() ? "-" : "") + room;
    }

    private static String joined(List<String> parts) {
        return parts.stream().filter(part -> !part.isBlank()).distinct().collect(Collectors.joining("、"));
    }

    @Override
    public int compareTo(Household other) {
        return ORDER.compare(this, other);
    }
}
