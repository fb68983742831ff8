package tuanju.shop;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.link.Links;
import tuanju.member.SignedIn;
import tuanju.picture.Pictures;
import tuanju.shop.ShopResource.Brought;

/** For operators over REST: what a shop says and brought, taking it from view and showing it again. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/shops/{code}")
class ShopDeskResources {

    private final Shops shops;
    private final ShopViews views;
    private final ShopWatching watching;
    private final ShopWishes wishes;
    private final Links links;
    private final Pictures pictures;

    /** A shop as its owner sees it, with what came of it, and why it was taken from view; null where it was not. */
    record Watched(
            ShopResource shop, Brought brought, @Nullable String hiddenReason) {}

    /** Why; its owner reads it. */
    record Why(@Nullable String reason) {}

    @GetMapping
    Watched one(@PathVariable Code code) {
        var shop = shops.any(code);
        var link = links.of(shop.owner(), Shop.KIND, code).map(Code::value).orElse(null);
        return new Watched(
                ShopResource.of(views.of(shop, new Viewer(shop.owner())), shop.owner(), link, pictures),
                Brought.of(views.brought(shop)),
                shop.hidden());
    }

    /** What neighbours wish for in it, also what waits for an answer. */
    @GetMapping("/wishes")
    ShopWishResources.WishList wishes(@PathVariable Code code, @RequestParam(required = false) @Nullable UUID after) {
        var shop = shops.any(code);
        return ShopWishResources.WishList.of(wishes.of(shop, shop.owner(), after));
    }

    @DeleteMapping("/wishes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID id) {
        wishes.drop(code, id, me.member());
    }

    @PutMapping("/hiding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hide(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Why why) {
        watching.hide(code, why.reason() == null ? "" : why.reason(), me.member());
    }

    @DeleteMapping("/hiding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void show(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        watching.show(code, me.member());
    }
}
