package tuanju.cycle;

import java.util.UUID;

/**
 * What one order wants of one product of a cycle.
 *
 * @param quantity pieces it wants
 * @param tolerance pieces it would take beyond these to fill a case; paid for, and given back unless needed
 */
public record CycleShare(UUID order, UUID product, int quantity, int tolerance, boolean paid) {

    /** What was paid for. */
    public int most() {
        return quantity + tolerance;
    }

    CaseFilling.Ask ask() {
        return new CaseFilling.Ask(quantity, tolerance);
    }
}
