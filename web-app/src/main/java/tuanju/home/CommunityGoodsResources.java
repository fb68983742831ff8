package tuanju.home;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.card.Card;
import tuanju.card.CardResource;
import tuanju.card.Viewer;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.picture.Pictures;

/** The front door over the API: the same cards. */
@RestController
@RequiredArgsConstructor
class CommunityGoodsResources {

    private final CommunityGoods goods;
    private final Communities communities;
    private final Pictures pictures;

    /** A page of what a community buys; next names the last offer, to be sent as "after", and is null on the last page. */
    record CommunityCards(
            List<CardResource> cycles,
            List<CardResource> offers,
            @Nullable String next) {}

    /**
     * Cycles that take orders, only on the first page, and team offers, newest first.
     *
     * @param q part of a name, category or origin
     */
    @GetMapping("/api/v1/communities/{code}/cards")
    CommunityCards cards(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        var here = communities.find(code).orElseThrow(NotFound::new);
        var found = goods.of(Viewer.of(me), here.id(), q, Code.after(after));
        var next = found.next();
        return new CommunityCards(
                resources(found.cycles()), resources(found.offers()), next == null ? null : next.value());
    }

    private List<CardResource> resources(List<Card> cards) {
        return cards.stream().map(it -> CardResource.of(it, pictures)).toList();
    }
}
