package tuanju.storefront;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tuanju.card.Card;
import tuanju.card.CardResource;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.picture.Pictures;

/** A leader's storefront as JSON: who they are, where one collects, and what can be ordered now. */
@RestController
@RequiredArgsConstructor
class StorefrontResources {

    private final Storefronts fronts;
    private final StorefrontViews views;
    private final Pictures pictures;

    /**
     * A storefront.
     *
     * @param leader their name as strangers read it
     * @param cycles those one can order in
     * @param offers those one can open or join a team of
     * @param rounds cycles they brought to the end
     */
    record Shown(
            String code,
            String leader,
            String community,
            String headline,
            String introduction,
            Instant since,
            List<StorefrontView.Point> points,
            List<CardResource> cycles,
            List<CardResource> offers,
            int rounds) {}

    @GetMapping("/api/v1/leaders/{code}")
    Shown storefront(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable Code code) {
        var view = views.of(fronts.byCode(code), Viewer.of(me));
        var front = view.front();
        return new Shown(
                front.code().value(),
                view.leader().publicName(),
                view.community().name(),
                front.headline(),
                front.introduction(),
                view.since(),
                view.points(),
                cards(view.cycles()),
                cards(view.offers()),
                view.rounds());
    }

    private List<CardResource> cards(List<Card> cards) {
        return cards.stream().map(it -> CardResource.of(it, pictures)).toList();
    }
}
