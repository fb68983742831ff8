package tuanju.catalog;

import java.util.UUID;

/** Identifies one sellable variant (SKU) of a product. */
public record SkuId(UUID value) {}
