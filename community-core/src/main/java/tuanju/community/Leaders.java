package tuanju.community;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;

/** Who leads (团长) which community, as approved by an operator. */
@Component
public class Leaders {

    /** Whether this member is an approved leader here right now; asked on every leader request. */
    public boolean leads(MemberId member, CommunityId community) {
        throw new UnsupportedOperationException();
    }

    /** The communities this member leads, by name. */
    public List<CommunityCard> communitiesLedBy(MemberId member) {
        throw new UnsupportedOperationException();
    }
}
