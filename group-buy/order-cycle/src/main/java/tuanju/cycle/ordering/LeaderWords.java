package tuanju.cycle.ordering;

import java.util.Optional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Told by a module above what a leader says of themselves, where they do. */
public interface LeaderWords {

    /** What this leader says in this community. */
    Optional<Said> of(CommunityId community, MemberId leader);

    /**
     * A leader in their own words.
     *
     * @param headline one line; may be empty
     * @param introduction who they are; may be empty
     * @param path where there is more of them to read
     */
    record Said(String headline, String introduction, String path) {}
}
