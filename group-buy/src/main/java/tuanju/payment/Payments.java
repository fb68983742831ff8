package tuanju.payment;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;

/** Opens payments at a provider for an order and asks what became of them. */
@Component
public class Payments {

    /** Opens a payment and answers where the payer goes. Calls the provider: never inside a transaction. A second call for the same order and provider answers the open one again. */
    public String open(PaymentRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Closes whatever is open for this order at its provider first, then asks once more. Answers true when nothing was and nothing can be paid any more; false when it turned out to be paid. Calls the provider: never inside a transaction. */
    public boolean close(CommunityId community, UUID order) {
        throw new UnsupportedOperationException();
    }

    /** Asks the provider about the open payments of this order and routes a capture that was missed. Never inside a transaction. */
    public void refresh(CommunityId community, UUID order) {
        throw new UnsupportedOperationException();
    }

    /** The providers people may choose from on this installation, in display order. */
    public List<String> providers() {
        throw new UnsupportedOperationException();
    }
}
