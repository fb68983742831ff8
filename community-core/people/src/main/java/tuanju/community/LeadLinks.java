package tuanju.community;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The way to leading, on a member's own page: to work for leaders, to the application for others. */
@Component
@Order(50)
@RequiredArgsConstructor
class LeadLinks implements MeLinks {

    private final Leaders leaders;

    @Override
    public List<MeLink> of(SignedIn me) {
        var leads = leaders.leadsAnywhere(me.member());
        return List.of(
                leads
                        ? new MeLink("community.me.lead", "community.me.lead.text", "/lead", "truck")
                        : new MeLink("community.me.apply", "community.me.apply.text", "/lead/apply", "heart"));
    }
}
