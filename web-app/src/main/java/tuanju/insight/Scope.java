package tuanju.insight;

import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;

/**
 * What is looked at: a period, in one community or in all of them.
 *
 * @param community null for all communities together
 */
record Scope(SalesPeriod period, @Nullable CommunityId community) {

    /** The condition that narrows a query to this scope's community; holds no input, only the parameter's name. */
    String condition() {
        return community == null ? "" : "community_id = :community and ";
    }
}
