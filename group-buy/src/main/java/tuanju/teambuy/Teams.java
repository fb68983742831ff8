package tuanju.teambuy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.member.MemberId;

/** Reads teams, for everyone with the link. */
@Component
public class Teams {

    /** One team. Refuses with NotFound. */
    public TeamCard card(Code team) {
        throw new UnsupportedOperationException();
    }

    /** One team with everything on its page. Refuses with NotFound. */
    public TeamPage page(Code team, @Nullable MemberId reader) {
        throw new UnsupportedOperationException();
    }

    /** Teams of an offer that one can join right now, the nearest to forming first; at most 20. */
    public List<TeamCard> toJoin(Code offer) {
        throw new UnsupportedOperationException();
    }
}
