package tuanju.invariant;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Holds money back while a claim about money is broken: whoever sends money away (refunds, payouts) asks here first. It
 * ends by itself when the claim holds again, or when an operator answers for it.
 */
@Component("moneyHalt")
@RequiredArgsConstructor
public class MoneyHalt {

    private final InvariantRows rows;

    /** Whether no money may leave now. What is decided meanwhile is booked and waits; what is asked of others is not. */
    public boolean isOn() {
        return rows.moneyIsHeld();
    }

    /**
     * Lets money leave although this claim is broken, for the rows that break it now as they do now, and for no others. False when it holds
     * no money back.
     *
     * @param because why, in the operator's words
     */
    public boolean release(String claim, String because, UUID by) {
        return rows.release(claim, because, by);
    }
}
