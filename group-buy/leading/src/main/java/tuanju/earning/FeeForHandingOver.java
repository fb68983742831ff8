package tuanju.earning;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.order.life.Entitlement;
import tuanju.order.life.Entitlements;
import tuanju.order.life.NewOrder;

/** Whoever hands an order over gets the share that holds in its community when it is placed. */
@Component
@RequiredArgsConstructor
class FeeForHandingOver implements Entitlements {

    private final ServiceFees fees;

    @Override
    public List<Entitlement> of(NewOrder order) {
        return List.of(Entitlement.leaderFee(fees.feeNow(order.community())));
    }

    @Override
    public boolean isOnFile() {
        return true;
    }
}
