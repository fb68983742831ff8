package tuanju.cycle;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.outbox.Happened;

/** A cycle short of its minimum goes on for a day; everyone who ordered may leave without cost. */
public record CycleExtended(CommunityId community, UUID cycle, Instant cutOff, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return cycle;
    }
}
