package tuanju.commission;

import java.math.BigDecimal;

/**
 * The rule that a line's commission is by.
 *
 * @param basisPoints with the leader's fee at most a fifth
 */
record Fired(Scope scope, String called, int basisPoints) {

    /** Of the fee and the commission together (C-08). */
    static final int CAP = 2_000;

    /** The commission gives way to the leader's fee. */
    Fired beside(int feePoints) {
        return new Fired(scope, called, Math.clamp(CAP - feePoints, 0, basisPoints));
    }

    static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }
}
