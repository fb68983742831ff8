package tuanju.shop;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.link.SharedPage;
import tuanju.member.MemberId;

/** Links lead to shops, and whoever opens a shop came by its owner. */
@Component
@RequiredArgsConstructor
class SharedShop implements SharedPage {

    private final ShopRows rows;

    @Override
    public String kind() {
        return Shop.KIND;
    }

    @Override
    public String above() {
        return Shop.ABOVE;
    }

    /** Its owner has a link to it also while nobody else finds it. */
    @Override
    public void find(Code code, MemberId viewer) {
        boolean mine = rows.find(code).filter(it -> it.owner().equals(viewer)).isPresent();
        if (!mine && rows.shown(code).isEmpty()) {
            throw new NotFound();
        }
    }

    @Override
    public boolean isShown(Code code) {
        return rows.shown(code).isPresent();
    }

    @Override
    public Optional<MemberId> whose(Code code) {
        return rows.shown(code).map(Shop::owner);
    }
}
