package tuanju.community;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of communities; small, read as a whole. */
interface CommunityRows extends JpaRepository<Community, UUID> {
    boolean existsByShortCode(String shortCode);
}
