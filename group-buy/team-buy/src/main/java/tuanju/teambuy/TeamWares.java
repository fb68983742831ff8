package tuanju.teambuy;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.price.Price;
import tuanju.price.Wares;

/** What pieces cost in a team, whose price was frozen when it opened. */
@Component
@RequiredArgsConstructor
class TeamWares implements Wares {

    private final Teams teams;
    private final TeamOffers offers;
    private final OfferWares pricing;

    @Override
    public Kind kind() {
        return Kind.TEAM;
    }

    @Override
    public Price quote(Code place, List<Wanted> wanted, Asking asking) {
        var team = teams.visible(place, asking.buyer());
        return pricing.price(offers.card(team.offer()), team.price(), wanted, asking);
    }
}
