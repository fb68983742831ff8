package tuanju.cycle;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.outbox.Happened;

/** A cycle takes no more orders: its cut-off (截单) has come, or its leader closed it. */
public record CycleClosed(CommunityId community, UUID cycle, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return cycle;
    }
}
