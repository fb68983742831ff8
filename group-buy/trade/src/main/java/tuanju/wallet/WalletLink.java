package tuanju.wallet;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The way to a member's credit, on their own page. */
@Component
@Order(30)
class WalletLink implements MeLinks {

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("wallet.title", "wallet.me", "/me/wallets", "wallet"));
    }
}
