package tuanju.member;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.modulith.NamedInterface;

/** The table of members. */
@NamedInterface("rooms")
public interface MemberRows extends JpaRepository<Member, UUID> {

    /** The account that this phone belongs to now; parked ones belong to nobody. */
    @Query("select m from Member m where m.phone = :phone and m.parkedAt is null")
    Optional<Member> of(Phone phone);

    /**
     * Parked accounts, the latest first, from this moment back. No words find all; others are part of a name, the last four
     * digits of a number or all of it.
     */
    @Query("""
            select m from Member m
            where m.parkedAt < :before and m.closedAt is null
                and (:words = '' or locate(lower(:words), lower(m.name)) > 0
                    or length(:words) in (4, 11) and right(m.phone.digits, length(:words)) = :words)
            order by m.parkedAt desc
            """)
    List<Member> parked(Instant before, String words, Limit limit);

    /** The same one row until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Member m where m.id = :id")
    Optional<Member> lock(UUID id);
}
