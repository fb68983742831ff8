package tuanju.storefront;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.cycle.ordering.LeaderWords;
import tuanju.member.MemberId;

/** What leaders say on their storefronts stands on their cycles too. */
@Component
@RequiredArgsConstructor
class StorefrontWords implements LeaderWords {

    private final Storefronts storefronts;

    @Override
    public Optional<Said> of(CommunityId community, MemberId leader) {
        return storefronts.find(leader, community).map(it -> new Said(it.headline(), it.introduction(), it.path()));
    }
}
