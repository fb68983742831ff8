package tuanju.attribution;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/**
 * What notes have of the orders that came by them.
 *
 * @param orders that came by the note, alone or with others, whatever became of them
 * @param paid those of them that somebody paid
 * @param last those paid ones whose last note it was
 * @param lastPaid what was paid for these, less what went back
 * @param parts its equal share of every paid one, in 840ths of an order: a number that every trail divides
 * @param shared what it has of the money when each is shared among its notes
 */
record Credit(int orders, int paid, int last, Money lastPaid, long parts, Money shared) {

    static final long WHOLE = 840;
    static final Credit NONE = new Credit(0, 0, 0, Money.ZERO, 0, Money.ZERO);

    /**
     * An order and the notes it came by.
     *
     * @param notes the latest first, each once, at least one and at most eight
     */
    record Came(CommunityId community, UUID order, List<Code> notes) {}

    /** Of each note, by what was paid for an order less what went back; what is not paid, or all back, is nobody's. */
    static Map<Code, Credit> of(Collection<Came> all, Function<UUID, Money> paidFor) {
        var credits = new HashMap<Code, Credit>();
        for (var came : all) {
            var paid = paidFor.apply(came.order());
            var shares = paid.split(Collections.nCopies(came.notes().size(), 1L));
            for (int place = 0; place < came.notes().size(); place++) {
                credits.merge(
                        came.notes().get(place),
                        of(paid, shares.get(place), place == 0, came.notes().size()),
                        Credit::plus);
            }
        }
        return credits;
    }

    private static Credit of(Money paid, Money share, boolean isLast, int notes) {
        if (paid.isZero()) {
            return new Credit(1, 0, 0, Money.ZERO, 0, Money.ZERO);
        }
        return new Credit(1, 1, isLast ? 1 : 0, isLast ? paid : Money.ZERO, WHOLE / notes, share);
    }

    Credit plus(Credit other) {
        return new Credit(
                orders + other.orders,
                paid + other.paid,
                last + other.last,
                lastPaid.plus(other.lastPaid),
                parts + other.parts,
                shared.plus(other.shared));
    }

    /** Its share in orders, to two places. */
    public String orderShare() {
        return java.math.BigDecimal.valueOf(parts)
                .divide(java.math.BigDecimal.valueOf(WHOLE), 2, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }
}
