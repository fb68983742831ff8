package tuanju.note;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.conduct.Conduct;
import tuanju.member.MemberId;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;

/** Who may write where: those who belong there. */
@Component
@RequiredArgsConstructor
public class Writers {

    private final Memberships memberships;
    private final Communities communities;
    private final Conduct conduct;

    public boolean mayWrite(MemberId member, CommunityId community) {
        return memberships.of(member, community).filter(Membership::isActive).isPresent();
    }

    /** Refuses with CannotWrite who does not belong there, and who does not write there for a while. */
    public void need(MemberId member, CommunityId community) {
        conduct.mustBeAllowed(member, community);
        if (!mayWrite(member, community)) {
            throw CannotWrite.membersOnly(communities.get(community).name());
        }
    }
}
