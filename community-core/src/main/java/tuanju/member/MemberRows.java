package tuanju.member;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The table of members. */
interface MemberRows extends JpaRepository<Member, UUID> {

    /** The account that this phone belongs to now; parked ones belong to nobody. */
    @Query("select m from Member m where m.phone = :phone and m.parkedAt is null")
    Optional<Member> of(Phone phone);

    /** The same one row until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Member m where m.id = :id")
    Optional<Member> lock(UUID id);
}
