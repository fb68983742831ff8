package tuanju.community;

import java.util.UUID;

/** Identifies a community; part of every key of every row that belongs to one. */
public record CommunityId(UUID value) {}
