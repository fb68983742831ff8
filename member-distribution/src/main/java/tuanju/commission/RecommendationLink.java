package tuanju.commission;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The way to what a member earned, on their own page. */
@Component
@Order(41)
class RecommendationLink implements MeLinks {

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("commission.title", "commission.me", "/me/recommendations", "heart"));
    }
}
