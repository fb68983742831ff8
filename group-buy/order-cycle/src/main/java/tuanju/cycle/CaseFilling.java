package tuanju.cycle;

import java.util.ArrayList;
import java.util.List;

/**
 * Fills whole cases (整件) from what people ordered, and from what more they would accept.
 *
 * <p>Quantities fill cases first. If a case is left open, it is filled from tolerances, as long as they reach; tolerances
 * alone never open one. Pieces are given in order of time: everybody's quantity first, then tolerances. What fills no
 * case is cut from the last to the first, so that who came earlier is never worse off.
 */
public final class CaseFilling {

    private final int caseSize;
    private final List<Ask> asks;
    private final long wanted;
    private final long tolerated;
    private final long cases;

    /**
     * What one order asks for.
     *
     * @param quantity pieces it wants
     * @param tolerance pieces it would take beyond these to fill a case
     */
    public record Ask(int quantity, int tolerance) {

        public Ask {
            if (quantity < 0 || tolerance < 0) {
                throw new IllegalArgumentException("Nobody asks for fewer than no pieces");
            }
        }
    }

    private CaseFilling(int caseSize, List<Ask> asks) {
        this.caseSize = caseSize;
        this.asks = List.copyOf(asks);
        this.wanted = asks.stream().mapToLong(Ask::quantity).sum();
        this.tolerated = asks.stream().mapToLong(Ask::tolerance).sum();
        long full = wanted / caseSize;
        long loose = wanted % caseSize;
        this.cases = loose > 0 && loose + tolerated >= caseSize ? full + 1 : full;
    }

    /** Fills cases of this many pieces (at least one); the asks stand in order of time. */
    public static CaseFilling of(int caseSize, List<Ask> asks) {
        if (caseSize < 1) {
            throw new IllegalArgumentException("A case holds at least one piece, not " + caseSize);
        }
        return new CaseFilling(caseSize, asks);
    }

    /** Cases that are full. */
    public long cases() {
        return cases;
    }

    /** Pieces in full cases: exactly what is given away. */
    public long pieces() {
        return cases * caseSize;
    }

    /** Pieces that would fill the case that is open now; none when no case is open. */
    public long missing() {
        return wanted <= pieces() ? 0 : caseSize - wanted % caseSize - tolerated;
    }

    /** Pieces somebody could still order in the last case: those missing, and those only tolerances fill. */
    public long room() {
        return wanted % caseSize == 0 ? 0 : caseSize - wanted % caseSize;
    }

    /** Ordered pieces that stand in a case not full. */
    public long loose() {
        return Math.max(0, wanted - pieces());
    }

    /** What each ask is given, in the order of the asks. */
    public List<Integer> given() {
        var given = new ArrayList<Integer>(asks.size());
        long left = pieces();
        for (var ask : asks) {
            int pieces = (int) Math.min(ask.quantity(), left);
            given.add(pieces);
            left -= pieces;
        }
        for (int i = 0; i < asks.size() && left > 0; i++) {
            int more = (int) Math.min(asks.get(i).tolerance(), left);
            given.set(i, given.get(i) + more);
            left -= more;
        }
        return List.copyOf(given);
    }
}
