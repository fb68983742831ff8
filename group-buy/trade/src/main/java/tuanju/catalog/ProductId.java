package tuanju.catalog;

import java.util.UUID;

/** Identifies a product. */
public record ProductId(UUID value) {}
