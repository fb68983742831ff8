package tuanju.order;

import java.util.UUID;

/** Identifies a line of an order for as long as its order is kept, also when the line became fewer. */
public record LineId(UUID value) {}
