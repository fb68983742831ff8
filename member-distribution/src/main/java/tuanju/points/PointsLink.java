package tuanju.points;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The way to a member's points, on their own page. */
@Component
@Order(32)
class PointsLink implements MeLinks {

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("points.title", "points.me", "/me/points", "star"));
    }
}
