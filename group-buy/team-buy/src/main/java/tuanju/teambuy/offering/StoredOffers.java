package tuanju.teambuy.offering;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Keeps team offers. */
interface StoredOffers extends Repository<TeamOffer, UUID> {

    TeamOffer save(TeamOffer offer);

    Optional<TeamOffer> findByCommunityIdAndCode(UUID communityId, String code);
}
