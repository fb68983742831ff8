package tuanju.storefront;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.SignedIn;

/** A leader looks after their own storefronts, for programs. Others find nothing here. */
@RestController
@RequestMapping("/api/v1/leaders")
@RequiredArgsConstructor
class OwnStorefrontResources {

    private final Storefronts storefronts;
    private final Leaders leaders;

    /** A leader's storefront in one of the communities they lead. */
    record OwnStorefront(String code, String community, String headline, String introduction) {}

    /** What a leader says about themselves; what is left out is empty from then on. */
    record StorefrontWords(
            @Nullable String headline, @Nullable String introduction) {

        Storefront.Words words() {
            return new Storefront.Words(headline == null ? "" : headline, introduction == null ? "" : introduction);
        }
    }

    @GetMapping("/storefronts")
    List<OwnStorefront> all(@AuthenticationPrincipal SignedIn me) {
        var led = leaders.communitiesLedBy(me.member());
        if (led.isEmpty()) {
            throw new NotFound();
        }
        return led.stream()
                .map(here -> own(here, storefronts.of(me.member(), here.id())))
                .toList();
    }

    @PutMapping("/{code}")
    OwnStorefront change(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody StorefrontWords wanted) {
        var front = storefronts.byCode(code);
        var here = leaders.communitiesLedBy(me.member()).stream()
                .filter(it ->
                        it.id().equals(front.community()) && front.leader().equals(me.member()))
                .findFirst()
                .orElseThrow(NotFound::new);
        return own(here, storefronts.change(me.member(), here.id(), wanted.words()));
    }

    private static OwnStorefront own(CommunityCard here, Storefront front) {
        return new OwnStorefront(front.code().value(), here.shortCode(), front.headline(), front.introduction());
    }
}
