package tuanju.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a day or a period came to.
 *
 * @param gmvFen payable amount of the orders paid here, before refunds
 * @param buyers different members who paid; a guest has no name to count
 * @param newBuyers those of them who had never bought before: in that community, or anywhere where all are counted together
 * @param refunds refunds their provider has confirmed
 * @param formed teams that ended well
 * @param lapsed teams that ended without
 * @param imported orders read from a chain list or another tool, paid to their leader or not; not part of the GMV
 */
record Figures(
        long gmvFen,
        long orders,
        long pieces,
        long buyers,
        long newBuyers,
        long refunds,
        long refundedFen,
        long formed,
        long lapsed,
        long imported,
        long importedFen) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** GMV per paid order, rounded half up to the fen; null without orders. */
    public @Nullable Long averageFen() {
        return orders == 0 ? null : quotient(gmvFen, orders);
    }

    /** Money that went back per money that came in, in basis points; may pass 100 %. Null without sales. */
    public @Nullable Long refundRate() {
        return gmvFen == 0 ? null : quotient(Math.multiplyExact(refundedFen, 10_000), gmvFen);
    }

    /** Formed teams per ended team, in basis points; null while none has ended. */
    public @Nullable Long successRate() {
        return ended() == 0 ? null : quotient(formed * 10_000, ended());
    }

    public long ended() {
        return formed + lapsed;
    }

    public boolean isNothing() {
        return equals(NONE);
    }

    private static long quotient(long part, long whole) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
