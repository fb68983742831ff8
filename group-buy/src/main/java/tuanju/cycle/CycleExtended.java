package tuanju.cycle;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;

/** A cycle short of its minimum goes on for a day; everyone who ordered may leave without cost. */
public record CycleExtended(CommunityId community, UUID cycle, Instant cutOff, Instant at) {}
