package tuanju.points;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** What becomes of points that pay a part of an order: spent, free again, or given back in proportion to the money, each once. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class PointsPaying {

    private final PointsHoldRows holds;
    private final PointsLotRows lots;
    private final PointsKeeping keeping;

    /** The order's money is here; answers whether it was beside points. */
    boolean paid(CommunityId community, UUID order, Money paid) {
        var hold = holds.lock(community, order).orElse(null);
        if (hold == null || hold.state().equals("SPENT")) {
            return hold != null;
        }
        lots.lock(hold.owner());
        if (hold.state().equals("HELD")) {
            holds.spend(community, order, paid.fen(), 0);
            keeping.spent(hold.owner(), order, holds.takeLots(community, order));
        } else {
            var parts = keeping.spendLate(hold.owner(), order, hold.points());
            int there = parts.stream().mapToInt(PointsHoldRows.Part::points).sum();
            holds.spend(community, order, paid.fen(), hold.points() - there);
            holds.noteLots(community, order, parts);
        }
        return true;
    }

    /** The order will not be paid. */
    void ended(CommunityId community, UUID order) {
        var hold = holds.lock(community, order).orElse(null);
        if (hold != null && hold.state().equals("HELD")) {
            lots.lock(hold.owner());
            keeping.freed(hold.owner(), order, holds.free(community, order));
        }
    }

    /** So much of what was paid is kept; of points the same part, and all come back where nothing is. */
    void kept(CommunityId community, UUID order, Money kept) {
        var hold = holds.lock(community, order).orElse(null);
        if (hold == null || hold.paidFen() == null) {
            return;
        }
        int target = back(hold.points(), hold.paidFen(), kept.fen());
        if (target <= hold.back()) {
            return;
        }
        int left = target - hold.back();
        var parts = new ArrayList<PointsHoldRows.Part>();
        for (var out : holds.out(community, order)) {
            int part = Math.min(left, out.points());
            if (part > 0) {
                parts.add(new PointsHoldRows.Part(out.lot(), part));
                left -= part;
            }
        }
        holds.back(community, order, target, parts);
        keeping.giveBack(hold.owner(), order, parts, left);
    }

    /** Rounded down, so that many small refunds never give back more than was spent, and all of it for all. */
    static int back(int points, long paidFen, long keptFen) {
        long gone = Math.clamp(paidFen - keptFen, 0, paidFen);
        return BigInteger.valueOf(points)
                .multiply(BigInteger.valueOf(gone))
                .divide(BigInteger.valueOf(paidFen))
                .intValueExact();
    }
}
