package tuanju.teambuy;

import java.util.UUID;

/** Identifies a team offer; strangers see its code instead. */
public record OfferId(UUID value) {}
