package tuanju.taster;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The way to who tastes in a member's communities, on their own page. */
@Component
@Order(43)
class TasterLink implements MeLinks {

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("taster.title", "taster.me", "/me/tastings", "star"));
    }
}
