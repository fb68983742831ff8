package tuanju.order.life;

import java.util.ArrayList;
import java.util.List;
import tuanju.order.life.Entitlement.Kind;

/**
 * Who gets a share of one order, within what the law and the order allow: a leader's fee and a commission are at most 20 %
 * together, and nobody shares more than there is.
 */
record Entitled(List<Entitlement> all) {

    /** Of the leader's fee and the commission together. */
    static final int CAP = 2_000;

    private static final int WHOLE = 10_000;

    static final Entitled NOBODY = new Entitled(List.of());

    Entitled {
        all = List.copyOf(all);
    }

    /** The commission gives way to the fee; a second commission or fee, or more than the whole, is a programming error. */
    static Entitled within(List<Entitlement> proposed) {
        int fee = points(proposed, Kind.LEADER_FEE);
        if (count(proposed, Kind.LEADER_FEE) > 1 || count(proposed, Kind.COMMISSION) > 1 || fee > CAP) {
            throw new IllegalArgumentException("More is promised than one order gives: " + proposed);
        }
        var kept = new ArrayList<Entitlement>();
        for (var one : proposed) {
            int left = one.kind() == Kind.COMMISSION ? CAP - fee : WHOLE;
            kept.add(one.of(Math.min(one.share().basisPoints(), left)));
        }
        if (kept.stream().mapToInt(it -> it.share().basisPoints()).sum() > WHOLE) {
            throw new IllegalArgumentException("More is promised than one order gives: " + proposed);
        }
        kept.removeIf(it -> it.share().basisPoints() == 0);
        return new Entitled(kept);
    }

    private static int points(List<Entitlement> of, Kind kind) {
        return of.stream()
                .filter(it -> it.kind() == kind)
                .mapToInt(it -> it.share().basisPoints())
                .sum();
    }

    private static long count(List<Entitlement> of, Kind kind) {
        return of.stream().filter(it -> it.kind() == kind).count();
    }
}
