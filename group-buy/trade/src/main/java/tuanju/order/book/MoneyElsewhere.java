package tuanju.order.book;

import java.util.Optional;
import java.util.UUID;
import tuanju.community.CommunityId;

/** Told by whoever sells something that is no order and is paid through the same till: where an operator reads of it. */
@FunctionalInterface
public interface MoneyElsewhere {

    /** The page of what was paid under this id; empty where it is not theirs. */
    Optional<String> page(CommunityId community, UUID id);
}
