package tuanju.teambuy;

import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.member.MemberId;

/** A member leaves a team before it forms. */
@Component
public class TeamLeaving {

    /** Frees the member's paid seat and gives the money back; the last to leave lapses the team. Refuses with NotInTeam, TeamOver, NotFound. */
    public void leave(MemberId member, Code team) {
        throw new UnsupportedOperationException();
    }
}
