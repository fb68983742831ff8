package tuanju.cycle;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/**
 * How a product comes from its supplier.
 *
 * @param caseSize pieces in one case (整件); one where it comes by the piece
 * @param minimum what must be ordered of it, else it is left out; null without
 * @param weight how its pieces differ, where it is sold by weight; null where it is sold by the piece
 */
public record ProductTerms(
        int caseSize, @Nullable Minimum minimum, @Nullable ByWeight weight) {

    /** By the piece, however few. */
    public static final ProductTerms LOOSE = new ProductTerms(1, null);

    private static final int LARGEST_CASE = 9_999;

    public ProductTerms {
        if (caseSize < 1 || caseSize > LARGEST_CASE) {
            throw new Invalid("products", "cycle-case-size", LARGEST_CASE);
        }
        if (minimum != null && minimum.kind() == Minimum.Kind.CASES && caseSize == 1) {
            throw new Invalid("products", "cycle-minimum-without-cases");
        }
    }

    /** Sold by the piece. */
    public ProductTerms(int caseSize, @Nullable Minimum minimum) {
        this(caseSize, minimum, null);
    }

    /** Whether it comes in cases of more than one piece. */
    public boolean isCased() {
        return caseSize > 1;
    }

    /** Whether what is ordered of it waits for the others to be certain. */
    public boolean waits() {
        return isCased() || minimum != null;
    }
}
