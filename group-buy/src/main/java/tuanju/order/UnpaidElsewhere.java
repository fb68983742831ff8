package tuanju.order;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tuanju.community.CommunityId;

/** Told by modules above for which orders that were not paid here no money is there to be given back. */
public interface UnpaidElsewhere {

    /** Those of these orders of a cycle, all by the names they have where they came from. */
    Set<String> among(CommunityId community, UUID source, Map<String, OrderId> orders);
}
