package tuanju.price;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.member.MemberId;

/** A kind of place to order from that can say what goods would cost there now: a cycle, an offer, a team. */
public interface Wares {

    /** Which kind of place. */
    enum Kind {
        CYCLE,
        OFFER,
        TEAM
    }

    /** Pieces of one of the goods there; without an item the only ones it has. */
    record Wanted(@Nullable UUID item, int pieces) {}

    /**
     * Who asks, and what they would bring along.
     *
     * @param point where they would collect it; null where they do not say
     */
    record Asking(
            MemberId buyer, BroughtAlong brought, @Nullable UUID point) {}

    /** What it is. */
    Kind kind();

    /**
     * Keeps nothing back and holds nothing. Refuses with NotFound a place that is not there or that the buyer may not see, with
     * Invalid goods it does not have.
     */
    Price quote(Code place, List<Wanted> wanted, Asking asking);
}
