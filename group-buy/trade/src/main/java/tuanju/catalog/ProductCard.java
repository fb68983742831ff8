package tuanju.catalog;

import java.util.List;
import tuanju.community.CommunityId;
import tuanju.picture.PictureRef;

/** A product with everything people may read about it, and its variants. */
public record ProductCard(
        CommunityId community,
        ProductId id,
        String name,
        String description,
        String origin,
        String category,
        List<PictureRef> pictures,
        boolean archived,
        List<SkuStock> skus) {}
