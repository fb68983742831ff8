package tuanju.shop;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The way to a member's shops, on their own page. */
@Component
@Order(42)
class ShopLink implements MeLinks {

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("shop.title", "shop.me", "/me/shops", "bag"));
    }
}
