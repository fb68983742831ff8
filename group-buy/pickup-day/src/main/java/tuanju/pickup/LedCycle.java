package tuanju.pickup;

import tuanju.community.CommunityCard;
import tuanju.cycle.CycleCard;

/** A cycle in its leader's hands while its lists and its desk are still shown. */
public record LedCycle(CommunityCard community, CycleCard cycle) {}
