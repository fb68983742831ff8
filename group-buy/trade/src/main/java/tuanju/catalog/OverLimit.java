package tuanju.catalog;

import tuanju.command.Refusal;

/** One member would hold more pieces than each may. */
public final class OverLimit extends Refusal {
    public OverLimit(int limit) {
        super(409, "over-limit", limit);
    }
}
