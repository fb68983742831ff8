package tuanju.household;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * @param byHand what of its money can be taken by hand
 * @param isMasked whether it is shown at the desk, where names are not whole, nor numbers in notes
 */
record HouseholdRow(
        Household bag,
        List<OrderSheet> orders,
        HouseholdState state,
        Set<Chip> on,
        @Nullable Mark last,
        ByHand byHand,
        boolean isMasked) {

    HouseholdRow {
        orders = List.copyOf(orders);
        on = Set.copyOf(on);
    }

    /** What it is addressed by. */
    public String key() {
        return bag.key();
    }

    /** The same with the money that somebody sees beside it: what is open by hand, and what is to be paid back, in fen. */
    public String seen() {
        return key() + ":" + byHand.open().fen() + ":" + dues().tooMuch().fen();
    }

    public Door at() {
        return bag.at();
    }

    /** 86-801; empty where nothing is known. */
    public String door() {
        return bag.door();
    }

    public String people() {
        return isMasked ? bag.people() : joined(orders.stream().map(OrderSheet::recipient));
    }

    public String phones() {
        return joined(orders.stream().map(OrderSheet::maskedPhone));
    }

    public String notes() {
        return isMasked ? bag.notes() : joined(orders.stream().map(OrderSheet::note));
    }

    /** The same for the desk. */
    HouseholdRow masked() {
        return new HouseholdRow(bag, orders, state, on, last, byHand, true);
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

    /** The code of an order that the desk knows, of one that waits there if any does; empty where there is none. */
    public String atDesk() {
        return first(OrderStatus.CONFIRMED)
                .or(() -> first(OrderStatus.COLLECTED))
                .map(it -> it.code().value())
                .orElse("");
    }

    private Optional<OrderSheet> first(OrderStatus status) {
        return orders.stream().filter(it -> it.status() == status).findFirst();
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
