package tuanju.teambuy;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.price.Price;
import tuanju.price.Wares;

/** What pieces cost in a team, whose price was frozen when it opened. */
@Component
@RequiredArgsConstructor
class TeamWares implements Wares {

    private final Teams teams;
    private final TeamOffers offers;

    @Override
    public Kind kind() {
        return Kind.TEAM;
    }

    @Override
    public Price quote(Code place, MemberId viewer, List<Wanted> wanted) {
        var team = teams.visible(place, viewer);
        return OfferWares.price(offers.card(team.offer()).id().value(), team.price(), wanted);
    }
}
