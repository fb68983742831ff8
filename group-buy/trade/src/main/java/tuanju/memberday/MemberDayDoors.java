package tuanju.memberday;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.memberday.MemberDays.Maker;

/** Who comes through which door: leaders to their own member days, operators to all. */
@Component
@RequiredArgsConstructor
class MemberDayDoors {

    static final String LEADERS = "/lead/member-days";
    static final String OPERATORS = "/operate/member-days";

    private final MakersDoors doors;
    private final Communities communities;

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
    CommunityCard community(Maker maker, MemberDayForm form) {
        return doors.community(maker.member(), maker.operator(), form.community());
    }

    CommunityCard card(MemberDay day) {
        return communities.get(day.community());
    }
}
