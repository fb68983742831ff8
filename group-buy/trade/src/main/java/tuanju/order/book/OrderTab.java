package tuanju.order.book;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tuanju.order.OrderStatus;

/** The four drawers of a buyer's orders, by what the buyer waits for. */
enum OrderTab {
    ALL(EnumSet.allOf(OrderStatus.class)),
    TO_PAY(EnumSet.of(OrderStatus.PLACED)),
    WAITING(EnumSet.of(OrderStatus.PAID)),
    TO_COLLECT(EnumSet.of(OrderStatus.CONFIRMED)),
    DONE(EnumSet.of(OrderStatus.COLLECTED, OrderStatus.COMPLETED, OrderStatus.CLOSED, OrderStatus.REFUNDED));

    private final Set<OrderStatus> statuses;

    OrderTab(Set<OrderStatus> statuses) {
        this.statuses = statuses;
    }

    Set<OrderStatus> statuses() {
        return statuses;
    }

    /** Its name in an address: to-pay. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static OrderTab of(String slug) {
        for (var tab : values()) {
            if (tab.slug().equals(slug)) {
                return tab;
            }
        }
        return ALL;
    }
}
