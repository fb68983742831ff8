package tuanju.order;

import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.member.MemberId;

/** The buyer pays an order. */
@Component
public class OrderPaying {

    /**
     * Opens the payment at a provider and answers where the payer goes. Refuses with NotPayable (409), an unknown
     * provider with Invalid, NotFound. Calls the provider: never inside a transaction.
     */
    public String pay(MemberId buyer, Code code, String provider) {
        throw new UnsupportedOperationException();
    }
}
