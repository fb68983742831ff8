package tuanju.storefront;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.card.Card;
import tuanju.community.CommunityCard;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.scorecard.LeaderSummary;

/**
 * A storefront as anyone sees it.
 *
 * @param since when its leader began to lead here
 * @param points where one collects; never the exact door
 * @param rounds cycles they brought to the end
 * @param word how they keep it
 */
record StorefrontView(
        Storefront front,
        CommunityCard community,
        MemberCard leader,
        Instant since,
        List<Point> points,
        List<Card> cycles,
        List<Card> offers,
        int rounds,
        LeaderSummary word) {

    /** A pickup point as a stranger may know it. */
    record Point(String name, String area, String hours) {}

    public boolean isEmpty() {
        return cycles.isEmpty() && offers.isEmpty();
    }

    /** Whether the one who looks is the leader. */
    public boolean isOf(@Nullable MemberId looker) {
        return front.leader().equals(looker);
    }
}
