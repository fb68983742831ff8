package tuanju.catalog;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Keeps products. */
interface StoredProducts extends Repository<Product, UUID> {

    Product save(Product product);

    Optional<Product> findByCommunityIdAndId(UUID communityId, UUID id);
}
