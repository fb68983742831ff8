package tuanju.order.book;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.dues.Dues;

/**
 * An order in numbers and dates, for those who settle accounts; nothing in it tells who bought.
 *
 * @param source the cycle or team it belongs to, by its code
 * @param amount what it costs now
 * @param returned what of its money went back line by line before hand-over
 * @param allowed what of its amount went back although its goods stay
 * @param leaderGave what it cost less than its goods when it was placed, out of the leader's fee
 * @param dues where the money it costs now is
 */
public record OrderRecord(
        OrderId id,
        Code code,
        OrderKind kind,
        OrderStatus status,
        @Nullable UUID source,
        @Nullable Code sourceCode,
        Money amount,
        Money returned,
        Money allowed,
        Money leaderGave,
        Dues dues,
        int pieces,
        Dates dates) {

    /**
     * When things happened to it, and when it can be collected.
     *
     * @param collected null until it was handed over
     * @param settled null until its money became the community's
     */
    public record Dates(
            Instant placed,
            @Nullable Instant paid,
            @Nullable Instant pickupFrom,
            @Nullable Instant pickupUntil,
            @Nullable Instant collected,
            @Nullable Instant settled) {}

    /** What was asked for it when it was placed. */
    public Money asked() {
        return amount.plus(returned);
    }

    /** What of its money stays. */
    public Money net() {
        return amount.minus(allowed);
    }

    /** Whether its goods come or came, paid or not. */
    public boolean isAlive() {
        return switch (status) {
            case PAID, CONFIRMED, COLLECTED, COMPLETED -> true;
            case PLACED, CLOSED, REFUNDED -> false;
        };
    }

    /** Whether its buyer has the goods; what was given away because nobody came is completed without. */
    public boolean isHandedOver() {
        return status == OrderStatus.COLLECTED || status == OrderStatus.COMPLETED && dates.collected() != null;
    }

    /** Whether it is paid through us, if it is; an import is paid elsewhere. */
    public boolean isPaidHere() {
        return kind != OrderKind.IMPORT;
    }
}
