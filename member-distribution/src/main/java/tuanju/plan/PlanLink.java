package tuanju.plan;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The way to plans, on a member's own page. */
@Component
@Order(33)
class PlanLink implements MeLinks {

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("plan.title", "plan.me", "/me/plans", "check"));
    }
}
