package tuanju.referral;

import org.springframework.stereotype.Component;
import tuanju.memberday.PriceLaw;

/** The guard, for who makes member days. */
@Component
class LawOfPrices implements PriceLaw {

    @Override
    public void mustBeLegal(int basisPoints) {
        LegalGuard.mustBeLegal(LegalGuard.Favour.price(basisPoints));
    }
}
