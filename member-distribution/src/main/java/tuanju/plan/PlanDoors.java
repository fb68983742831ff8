package tuanju.plan;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.memberday.MakersDoors;
import tuanju.plan.Plans.Maker;

/** Who comes through which door: leaders to their own plans, operators to all. */
@Component
@RequiredArgsConstructor
class PlanDoors {

    static final String LEADERS = "/lead/plans";
    static final String OPERATORS = "/operate/plans";

    private final MakersDoors doors;

    /** Refuses with NotFound whoever leads nowhere. */
    Maker of(SignedIn me, ServletWebRequest request) {
        return new Maker(me.member(), doors.isOperators(me, request, LEADERS));
    }

    static String path(Maker maker) {
        return maker.operator() ? OPERATORS : LEADERS;
    }

    /** Where this one may make some. */
    List<CommunityCard> communities(Maker maker) {
        return doors.communities(maker.member(), maker.operator());
    }

    /** Refuses with Invalid another one. */
    CommunityCard community(Maker maker, PlanForm form) {
        return doors.community(maker.member(), maker.operator(), form.community());
    }
}
