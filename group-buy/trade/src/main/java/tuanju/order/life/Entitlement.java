package tuanju.order.life;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;
import tuanju.money.Percentage;

/**
 * What somebody gets of an order once it is completed.
 *
 * @param member null for a leader's fee: it is whoever's who hands the order over
 * @param share of what its lines cost
 * @param lines the numbers, from 1, of the lines it is counted from; empty for all
 */
public record Entitlement(Kind kind, @Nullable MemberId member, Percentage share, Set<Integer> lines) {

    /** What it is for. */
    public enum Kind {
        /** For handing over. */
        LEADER_FEE,
        /** For bringing this order's buyer; one person at most. */
        COMMISSION,
        /** For delivering the goods. */
        SUPPLIER
    }

    public Entitlement {
        if ((kind == Kind.LEADER_FEE) != (member == null)) {
            throw new IllegalArgumentException("Whose is a " + kind + "?");
        }
        lines = Set.copyOf(lines);
    }

    /** The fee for handing over, counted from everything. */
    public static Entitlement leaderFee(Percentage share) {
        return new Entitlement(Kind.LEADER_FEE, null, share, Set.of());
    }

    Entitlement of(int basisPoints) {
        return new Entitlement(kind, member, new Percentage(basisPoints), lines);
    }
}
