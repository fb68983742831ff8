package tuanju.cycle.planning;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The table of order cycles. */
interface CycleRows extends JpaRepository<OrderCycle, UUID> {

    /** Locks the row until the transaction ends, so that imports and closings take turns. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from OrderCycle c where c.communityId = :community and c.id = :id")
    Optional<OrderCycle> locked(UUID community, UUID id);
}
