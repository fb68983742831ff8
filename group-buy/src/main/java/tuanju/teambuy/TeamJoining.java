package tuanju.teambuy;

import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.member.MemberId;

/** A member joins a team (参团). */
@Component
public class TeamJoining {

    /** Takes a seat and holds it while the member pays. Refuses with TeamFull, TeamOver, AlreadyInTeam, PriceChanged, SoldOut, OverLimit, NotFound. */
    public SeatTaken join(MemberId member, Code team, SeatRequest request) {
        throw new UnsupportedOperationException();
    }
}
