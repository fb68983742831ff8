package tuanju.member;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of members. */
interface MemberRows extends JpaRepository<Member, UUID> {
    Optional<Member> findByPhone(Phone phone);
}
