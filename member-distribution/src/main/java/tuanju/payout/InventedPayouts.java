package tuanju.payout;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** A withdrawal of the demo, in a batch that one operator approved and another has yet to. It exists beside the demo only. */
@Component
@Profile("!production")
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
public class InventedPayouts {

    private final Withdrawing withdrawing;
    private final Batching batching;

    /** Whether there was something to ask for, which is asked for now. */
    @Transactional
    public boolean ask(MemberId referrer, CommunityId community, MemberId operator) {
        var free = withdrawing.free(referrer, community);
        if (free.compareTo(Withdrawing.LEAST) < 0) {
            return false;
        }
        withdrawing.ask(referrer, community, free.fen());
        batching.approve(operator, batching.gather(operator, community).id());
        return true;
    }
}
