package tuanju.teambuy;

import java.util.UUID;

/** Identifies a team; strangers see its code instead. */
public record TeamId(UUID value) {}
