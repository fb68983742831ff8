package tuanju.community;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table of pickup points; nearly every question names the community. */
interface PickupPointRows extends Repository<PickupPoint, UUID> {

    PickupPoint save(PickupPoint point);

    Optional<PickupPoint> findByCommunityIdAndId(UUID communityId, UUID id);

    @Query("""
            select p from PickupPoint p
            where p.communityId = :communityId and p.closedAt is null
            order by p.place.name
            """)
    List<PickupPoint> open(UUID communityId);

    @Query("""
            select p from PickupPoint p
            where p.communityId = :communityId and p.leaderId = :leaderId
            order by p.closedAt nulls first, p.place.name
            """)
    List<PickupPoint> ledBy(UUID communityId, UUID leaderId);

    /** Names no community: what points are called, in an order that depends on the seed alone. */
    @NativeQuery("""
            select name from pickup_point
            where closed_at is null and name <> :name
            group by name
            order by md5(:seed || name)
            limit :most
            """)
    List<String> othersThan(String name, String seed, int most);

    /** In every community, where a leader leaves. */
    List<PickupPoint> findByLeaderId(UUID leaderId);
}
