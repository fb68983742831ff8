package tuanju.catalog;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Keeps variants. */
interface StoredSkus extends Repository<Sku, UUID> {

    Sku save(Sku sku);

    Optional<Sku> findByCommunityIdAndId(UUID communityId, UUID id);
}
