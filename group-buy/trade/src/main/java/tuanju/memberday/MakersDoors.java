package tuanju.memberday;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** Who comes by which of two doors to member days, and to what is made as they are: leaders to their own, operators to all. */
@Component
@RequiredArgsConstructor
public class MakersDoors {

    private final Communities communities;
    private final Leaders leaders;

    /** Whether they come by the operators' door; refuses with NotFound whoever comes by the leaders' and leads nowhere. */
    public boolean isOperators(SignedIn me, ServletWebRequest request, String leadersDoor) {
        var path = request.getRequest().getRequestURI();
        boolean leads = path.startsWith(request.getContextPath() + leadersDoor);
        if (leads && !leaders.leadsAnywhere(me.member())) {
            throw new NotFound();
        }
        return !leads;
    }

    /** Where this one may make some. */
    public List<CommunityCard> communities(MemberId member, boolean operator) {
        return operator ? communities.all() : leaders.communitiesLedBy(member);
    }

    /** The one of those with this short code; refuses with Invalid another one. */
    public CommunityCard community(MemberId member, boolean operator, @Nullable String shortCode) {
        return communities(member, operator).stream()
                .filter(it -> it.shortCode().equals(shortCode))
                .findFirst()
                .orElseThrow(() -> new Invalid("community", "field-wrong"));
    }
}
