package tuanju.link;

import java.util.Optional;
import tuanju.community.Code;
import tuanju.member.MemberId;

/** Told by modules above what a link may lead to: an offer, a team, a cycle. */
public interface SharedPage {

    /** What it is called in requests: lower-case letters, as in {@code team}. */
    String kind();

    /** Its address without the code, as in {@code /t/}. */
    String above();

    /** Refuses with NotFound a page that is not there, or that this viewer may not see. */
    void find(Code code, MemberId viewer);

    /** Whether others find it; a link to a page that they do not find brings nobody. */
    default boolean isShown(Code code) {
        return true;
    }

    /** Whose own page it is, so that whoever opens it came by that member; empty for what is the community's. */
    default Optional<MemberId> whose(Code code) {
        return Optional.empty();
    }
}
