package tuanju.household;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.address.Door;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderSheet;
import tuanju.order.book.OrderStep.Mark;
import tuanju.order.dues.Dues;
import tuanju.pickup.Household;

/**
 * One household of a cycle, as its leader sees it: everything for one door at one pickup point.
 *
 * @param on the chips that pick it out
 * @param last what was done to it last; null while nothing was
 */
record HouseholdRow(
        Household bag,
        List<OrderSheet> orders,
        HouseholdState state,
        Set<Chip> on,
        @Nullable Mark last) {

    HouseholdRow {
        orders = List.copyOf(orders);
        on = Set.copyOf(on);
    }

    /** What it is addressed by. */
    public String key() {
        return bag.key();
    }

    public Door at() {
        return bag.at();
    }

    /** 86-801; empty where nothing is known. */
    public String door() {
        return bag.door();
    }

    public String people() {
        return joined(orders.stream().map(OrderSheet::recipient));
    }

    public String phones() {
        return joined(orders.stream().map(OrderSheet::maskedPhone));
    }

    public String notes() {
        return joined(orders.stream().map(OrderSheet::note));
    }

    /** What it is still to get or has. */
    public int pieces() {
        return orders.stream()
                .filter(it -> isAlive(it.status()))
                .mapToInt(OrderSheet::pieces)
                .sum();
    }

    public Dues dues() {
        return bag.dues();
    }

    public String point() {
        return bag.point().name();
    }

    public Instant placedAt() {
        return orders.stream()
                .map(OrderSheet::placedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public boolean isOn(Chip chip) {
        return on.contains(chip);
    }

    /** Whether anything of it can still go elsewhere. */
    public boolean isMovable() {
        return orders.stream().anyMatch(it -> it.status().holdsGoods());
    }

    /** Whether somebody of it has an account, and something to pay or to fetch. */
    public boolean canBeTold() {
        return orders.stream().anyMatch(it -> it.buyer() != null && it.status().holdsGoods());
    }

    public boolean isAtDesk() {
        return !atDesk().isEmpty();
    }

    /** The code of its first order that the desk knows; empty where there is none. */
    public String atDesk() {
        return orders.stream()
                .filter(it -> it.status() == OrderStatus.CONFIRMED || it.status() == OrderStatus.COLLECTED)
                .map(it -> it.code().value())
                .findFirst()
                .orElse("");
    }

    /** Whether this order is one of its own. */
    boolean holds(String code) {
        return bag.holds(code);
    }

    Stream<String> goods() {
        return orders.stream()
                .filter(it -> isAlive(it.status()))
                .flatMap(it -> it.lines().stream())
                .map(OrderLineCard::title);
    }

    static boolean isAlive(OrderStatus status) {
        return status != OrderStatus.CLOSED && status != OrderStatus.REFUNDED;
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(it -> !it.isBlank()).distinct().collect(Collectors.joining("、"));
    }
}
