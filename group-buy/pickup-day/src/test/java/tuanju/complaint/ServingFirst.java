package tuanju.complaint;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Whom a test has served first, as modules above do whoever has a plan. */
@TestComponent
public class ServingFirst implements Complaints.ServedFirst {

    private final Set<MemberId> those = ConcurrentHashMap.newKeySet();

    void serve(MemberId member) {
        those.add(member);
    }

    @Override
    public Set<MemberId> among(CommunityId community, Collection<MemberId> members) {
        return members.stream().filter(those::contains).collect(Collectors.toSet());
    }
}
