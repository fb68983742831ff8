package tuanju.order.book;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.payment.Payments;
import tuanju.payment.RefundCard;
import tuanju.payment.providers.WayToPay;

/**
 * An order's page as its buyer sees it.
 *
 * @param providers ways to pay it, while it can be paid
 * @param credit what of it its buyer's credit can pay, while it can be paid
 * @param newest how the newest try to pay it stands
 * @param remarks what other modules have to say about it, oldest first
 * @param links what can be done about it on pages of other modules
 */
record OrderView(
        OrderDetail order,
        List<String> providers,
        Money credit,
        Payments.Newest newest,
        List<OrderRemark> remarks,
        List<OrderLink> links) {

    /** Whether the newest try to pay it did not go through. */
    public boolean failed() {
        return newest.failed();
    }

    /** How what was begun can still be paid; null where nothing was. */
    public @Nullable WayToPay way() {
        return payable() ? newest.way() : null;
    }

    public OrderCard card() {
        return order.card();
    }

    /** The sentence for where it stands: PAID.TEAM, CONFIRMED.OTHER; of what ended by what happened to its money. */
    public String standing() {
        boolean hasEnded = card().status() == OrderStatus.REFUNDED || card().status() == OrderStatus.CLOSED;
        if (hasEnded && card().kind() == OrderKind.IMPORT) {
            return "ENDED." + (card().dues().tooMuch().isZero() ? "OVER" : "OWED");
        }
        if (card().status() == OrderStatus.REFUNDED) {
            boolean isBack = order.refunds().stream().allMatch(it -> it.done() != null);
            return "REFUNDED." + (isBack ? "BACK" : "WAITING");
        }
        return card().status() + "." + (card().kind() == OrderKind.TEAM ? "TEAM" : "OTHER");
    }

    /** The amount that sentence is about. */
    public Money spoken() {
        if (!card().dues().tooMuch().isZero()) {
            return card().dues().tooMuch();
        }
        return card().status() == OrderStatus.REFUNDED && !order.refunds().isEmpty()
                ? order.refunds().stream().map(RefundCard::amount).reduce(Money.ZERO, Money::plus)
                : card().amount();
    }

    /** What its buyer's credit leaves to be paid in another way. */
    public Money besidesCredit() {
        return card().amount().minus(credit);
    }

    public boolean payable() {
        return card().payable();
    }

    /** Whether it waits for others in its team, so that sharing helps and leaving is possible. */
    public boolean waitsForTeam() {
        return card().status() == OrderStatus.PAID && card().kind() == OrderKind.TEAM && card().source() != null;
    }

    /** Whether the goods come or have come, so that place and code matter. */
    public boolean collectable() {
        return card().status() == OrderStatus.CONFIRMED && card().pickupCode() != null;
    }

    /** Whether there is a place where its goods are or were to be collected; not once the money went back. */
    public boolean hasPlace() {
        return card().status() != OrderStatus.CLOSED && card().status() != OrderStatus.REFUNDED;
    }

    /** Whether it has ended and can be ordered again. */
    public boolean over() {
        return switch (card().status()) {
            case PLACED, PAID, CONFIRMED -> false;
            case COLLECTED, COMPLETED, CLOSED, REFUNDED -> true;
        };
    }

    /** The page of what it was bought from; null where there is none. */
    public @Nullable String origin() {
        if (card().source() == null) {
            return null;
        }
        return switch (card().kind()) {
            case TEAM -> "/t/" + card().source();
            case CYCLE -> "/c/" + card().source();
            case ALONE, IMPORT -> null;
        };
    }

    /** Whether nothing but the outside can move it, so that the page looks again by itself. */
    public boolean live() {
        return payable() || order.refunds().stream().anyMatch(it -> it.done() == null);
    }

    /** The colour it is said in: main, good or quiet. */
    public String tone() {
        return switch (card().status()) {
            case PLACED, PAID -> "main";
            case CONFIRMED, COLLECTED, COMPLETED -> "good";
            case CLOSED, REFUNDED -> "quiet";
        };
    }

    /** Changes when the page would say something else. */
    public String state() {
        long arrived = order.refunds().stream().filter(it -> it.done() != null).count();
        return card().status() + "-" + order.refunds().size() + "-" + arrived + (failed() ? "-failed" : "");
    }
}
