package tuanju.plan;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.SignedIn;
import tuanju.plan.Plans.Maker;

/** Who comes through which door: leaders to their own plans, operators to all. */
@Component
@RequiredArgsConstructor
class PlanDoors {

    static final String LEADERS = "/lead/plans";
    static final String OPERATORS = "/operate/plans";

    private final Communities communities;
    private final Leaders leaders;

    /** Refuses with NotFound whoever leads nowhere. */
    Maker of(SignedIn me, ServletWebRequest request) {
        var path = request.getRequest().getRequestURI();
        boolean leads = path.startsWith(request.getContextPath() + LEADERS);
        if (leads && !leaders.leadsAnywhere(me.member())) {
            throw new NotFound();
        }
        return new Maker(me.member(), !leads);
    }

    static String path(Maker maker) {
        return maker.operator() ? OPERATORS : LEADERS;
    }

    /** Where this one may make some. */
    List<CommunityCard> communities(Maker maker) {
        return maker.operator() ? communities.all() : leaders.communitiesLedBy(maker.member());
    }

    /** Refuses with Invalid another one. */
    CommunityCard community(Maker maker, PlanForm form) {
        return communities(maker).stream()
                .filter(it -> it.shortCode().equals(form.community()))
                .findFirst()
                .orElseThrow(() -> new Invalid("community", "field-wrong"));
    }
}
