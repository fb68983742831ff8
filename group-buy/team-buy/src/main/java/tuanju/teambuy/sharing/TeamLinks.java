package tuanju.teambuy.sharing;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityCard;
import tuanju.picture.LinkPicture;
import tuanju.picture.LinkPicture.Language;
import tuanju.picture.LinkPicture.Seats;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.TeamCard;

/** What the pictures of links to teams and offers show. */
@Component
@RequiredArgsConstructor
class TeamLinks {

    private final MessageSource messages;

    LinkPicture of(TeamCard team, CommunityCard community, Language language) {
        return new LinkPicture(
                team.picture(),
                team.title(),
                team.spec(),
                words(language, "teambuy.poster.price", team.size()),
                team.price().toString(),
                new Seats(team.seatsPaid(), team.size()),
                progress(team, language),
                brand(community, language));
    }

    LinkPicture of(OfferCard offer, CommunityCard community, Language language) {
        return new LinkPicture(
                offer.picture(),
                offer.title(),
                offer.spec(),
                words(language, "teambuy.poster.price", offer.size()),
                offer.price().toString(),
                Seats.NONE,
                offer.open()
                        ? words(language, "teambuy.poster.alone", offer.alonePrice())
                        : words(language, "teambuy.share.over"),
                brand(community, language));
    }

    private String progress(TeamCard team, Language language) {
        return switch (team.status()) {
            case FORMED -> words(language, "teambuy.share.formed");
            case LAPSED -> words(language, "teambuy.share.lapsed");
            case OPEN -> words(language, "teambuy.share.missing", team.missing());
        };
    }

    private List<String> brand(CommunityCard community, Language language) {
        return List.of(words(language, "teambuy.poster.brand"), community.name());
    }

    private String words(Language language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }
}
