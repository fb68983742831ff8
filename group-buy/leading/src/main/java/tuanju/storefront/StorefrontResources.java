package tuanju.storefront;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** A leader's storefront as JSON: who they are, where one collects, and what can be ordered now. */
@RestController
@RequiredArgsConstructor
class StorefrontResources {

    private final Storefronts fronts;
    private final StorefrontViews views;

    /** A cycle one can order in. */
    record Open(String code, String title, Instant cutOff, Instant pickupFrom, int households) {}

    /**
     * A storefront.
     *
     * @param leader their name as strangers read it
     * @param teamOffers codes of the offers one can open or join a team of
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
            List<Open> cycles,
            List<String> teamOffers,
            int rounds) {}

    @GetMapping("/api/v1/leaders/{code}")
    Shown storefront(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var view = views.of(fronts.byCode(code), me.member());
        var front = view.front();
        return new Shown(
                front.code().value(),
                view.leader().publicName(),
                view.community().name(),
                front.headline(),
                front.introduction(),
                view.since(),
                view.points(),
                view.cycles().stream()
                        .map(it -> new Open(
                                it.cycle().code().value(),
                                it.cycle().title(),
                                it.cycle().cutOff(),
                                it.cycle().pickupFrom(),
                                it.households()))
                        .toList(),
                view.offers().stream().map(it -> it.code().value()).toList(),
                view.rounds());
    }
}
