package tuanju.teambuy.offering;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.link.Brought;
import tuanju.link.PageLinks;
import tuanju.member.MemberId;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.TeamRows;

/** What links to an offer and to its teams brought. */
@Component
@RequiredArgsConstructor
class OfferLinks {

    private final TeamRows teams;
    private final PageLinks links;

    List<Brought> of(OfferCard offer, MemberId reader) {
        var pages = Stream.concat(Stream.of(offer.code()), teams.codes(offer.community(), offer.id()).stream())
                .toList();
        return links.to(offer.community(), pages, reader);
    }
}
