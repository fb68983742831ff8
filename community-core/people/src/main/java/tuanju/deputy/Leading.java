package tuanju.deputy;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.member.MemberId;

/** Who may act for a leader right now: the leader, or a deputy with that right whose day has not come. Asked at every request. */
@Component
@RequiredArgsConstructor
public class Leading {

    private final Leaders leaders;
    private final Deputies deputies;
    private final Communities communities;

    /** Whether this member may do this for this leader here. */
    public boolean may(MemberId me, Right right, Post post) {
        return may(me, right, post.community().id(), post.leader());
    }

    /** Whether this member may do this for this leader here. */
    public boolean may(MemberId me, Right right, CommunityId community, MemberId leader) {
        if (!leaders.leads(leader, community)) {
            return false;
        }
        return me.equals(leader)
                || deputies.standingIn(me).stream()
                        .anyMatch(it ->
                                it.community().equals(community) && it.leader().equals(leader) && it.may(right));
    }

    /** Where this member may do this and for whom: where they lead themselves first. */
    public List<Post> posts(MemberId me, Right right) {
        var posts = new ArrayList<Post>();
        leaders.communitiesLedBy(me).forEach(it -> posts.add(new Post(it, me)));
        deputies.standingIn(me).stream()
                .filter(it -> it.may(right) && leaders.leads(it.leader(), it.community()))
                .forEach(it -> posts.add(new Post(communities.get(it.community()), it.leader())));
        return posts;
    }

    /** Whether this member leads or stands in anywhere; the door to everything under /lead. */
    public boolean leadsOrStandsIn(MemberId me) {
        return leaders.leadsAnywhere(me) || !deputies.standingIn(me).isEmpty();
    }
}
