package tuanju.catalog;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** Keeps products. */
interface StoredProducts extends Repository<Product, UUID> {

    Product save(Product product);

    Optional<Product> findByCommunityIdAndId(UUID communityId, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Product> findLockedByCommunityIdAndId(UUID communityId, UUID id);
}
