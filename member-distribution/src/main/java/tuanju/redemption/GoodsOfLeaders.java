package tuanju.redemption;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.LeaderRevoked;

/** Who leads no more offers no more, from the transaction that revokes them; who waits keeps theirs. */
@Component
@RequiredArgsConstructor
class GoodsOfLeaders {

    private final PointsGoodsRows rows;

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(LeaderRevoked event) {
        rows.endAll(event.community(), event.member());
    }
}
