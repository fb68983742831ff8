package tuanju.desk;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import tuanju.community.CommunityId;

/** Told by a module above which orders no longer wait although nobody took them: somebody decided about their goods. */
public interface DecidedBags {

    /** What was decided and stands about these orders, by order; one query, however many they are. */
    Map<UUID, BagDecision> among(CommunityId community, Collection<UUID> orders);
}
