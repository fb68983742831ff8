package tuanju.order;

import tuanju.community.CommunityId;

/** An order was written; it may still wait for its money. Joining a team places one of kind TEAM. */
public record OrderPlaced(CommunityId community, OrderId order, OrderKind kind) {}
