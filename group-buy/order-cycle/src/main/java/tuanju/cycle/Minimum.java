package tuanju.cycle;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.money.Money;

/**
 * What must be paid for before a cycle, or one of its products, goes ahead (起送).
 *
 * @param amount fen for MONEY, else a number of orders, pieces or cases
 */
public record Minimum(Kind kind, long amount) {

    private static final long MOST = 100_000_000_00L;

    /** What is counted. */
    public enum Kind {
        MONEY,
        ORDERS,
        PIECES,
        CASES
    }

    public Minimum {
        if (amount < 1 || amount > MOST) {
            throw new Invalid("minimum", "cycle-minimum");
        }
    }

    public static @Nullable Minimum of(@Nullable String kind, long amount) {
        return kind == null ? null : new Minimum(Kind.valueOf(kind), amount);
    }

    /** What is still missing, in the minimum's own unit; nothing when it is reached. */
    public long missing(Standing standing) {
        return Math.max(0, amount - reached(standing));
    }

    /** How much of it there is, in the minimum's own unit. */
    public long reached(Standing standing) {
        return switch (kind) {
            case MONEY -> standing.money().fen();
            case ORDERS -> standing.orders();
            case PIECES -> standing.pieces();
            case CASES -> standing.cases();
        };
    }

    /** What has been paid for so far and will be ordered from the supplier. */
    public record Standing(Money money, long orders, long pieces, long cases) {}
}
