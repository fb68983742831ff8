package tuanju.conduct;

import java.util.Collection;
import java.util.List;
import tuanju.member.MemberId;

/** Who knows whom, as a module above has it. */
public interface Acquaintances {

    /** Two people who know each other. */
    record Pair(MemberId one, MemberId other) {}

    /** All such pairs among these people. */
    List<Pair> among(Collection<MemberId> people);
}
