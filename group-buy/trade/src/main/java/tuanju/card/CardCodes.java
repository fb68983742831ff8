package tuanju.card;

import java.util.Set;
import java.util.UUID;

/** Codes of one kind and the communities they belong to, as a statement wants them; neither is empty. */
public record CardCodes(Set<UUID> communities, Set<String> codes) {}
