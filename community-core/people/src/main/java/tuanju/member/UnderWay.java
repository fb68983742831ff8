package tuanju.member;

import java.util.Collection;
import java.util.Map;

/** What members have under way that goes out of sight with their account; brought by modules above, which know what it is. */
public interface UnderWay {

    /** How much each of these members has; whoever has nothing may be left out. */
    Map<MemberId, Integer> of(Collection<MemberId> members);
}
