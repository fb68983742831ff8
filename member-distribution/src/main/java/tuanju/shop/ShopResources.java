package tuanju.shop;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.card.CardRef;
import tuanju.card.Viewer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.link.Links;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.picture.Pictures;
import tuanju.shop.ShopKeeping.Choice;
import tuanju.shop.ShopKeeping.Wish;
import tuanju.shop.ShopResource.Brought;

/** Shops over the API: anybody's to look at, and a member's own to keep. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/shops")
class ShopResources {

    private final Shops shops;
    private final ShopViews views;
    private final ShopKeeping keeping;
    private final Communities communities;
    private final Links links;
    private final Pictures pictures;
    private final Commands commands;

    /** A shop of the caller's own with what came of it, and why an operator took it from view; null where none did. */
    record Own(ShopResource shop, Brought brought, @Nullable String hiddenReason) {}

    /** The caller's own, in every community. */
    record OwnShops(List<Own> items) {}

    /**
     * A shop that is wished for.
     *
     * @param community its short code
     * @param picture the id of an upload of the caller's own; nothing for none
     */
    record NewShop(
            @Nullable String community,
            @Nullable String title,
            @Nullable String introduction,
            @Nullable String picture) {}

    /** What it says from now on; a picture that is left out stays, an empty one is none. Closed, nobody else finds it. */
    record ShopChange(
            @Nullable String title,
            @Nullable String introduction,
            @Nullable String picture,
            @Nullable Boolean open) {}

    /** What it says of one thing, and where that stands, 1 for the first; what is left out stays, a new one goes behind all others. */
    record GoodsChange(
            @Nullable String words,
            @Nullable String picture,
            @Nullable Integer place) {}

    @GetMapping
    OwnShops own(@AuthenticationPrincipal SignedIn me) {
        return new OwnShops(shops.of(me.member()).stream().map(this::own).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ShopResource> open(
            @AuthenticationPrincipal SignedIn me, @RequestBody NewShop wanted, CommandKey key) {
        if (wanted.community() == null) {
            throw new Invalid("community", "field-missing");
        }
        var here = communities.find(wanted.community()).orElseThrow(NotFound::new);
        return commands.once(
                        key.with(wanted),
                        ShopResource.class,
                        () -> resource(
                                me,
                                keeping.open(
                                        me.member(),
                                        here,
                                        new Wish(wanted.title(), wanted.introduction(), wanted.picture()))))
                .with(HttpStatus.CREATED);
    }

    /** Its owner finds it also while nobody else does. */
    @GetMapping("/{code}")
    ShopResource one(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var shop = shops.any(code);
        return resource(me, shop.owner().equals(me.member()) ? shop : shops.shown(code));
    }

    @PutMapping("/{code}")
    ShopResource change(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody ShopChange wanted) {
        var was = shops.own(me.member(), code);
        boolean open = wanted.open() == null ? was.open() : wanted.open();
        var wish = new Wish(wanted.title(), wanted.introduction(), wanted.picture());
        return resource(me, keeping.change(me.member(), code, wish, open));
    }

    @PutMapping("/{code}/goods/{kind}/{goods}")
    ShopResource put(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable CardRef.Kind kind,
            @PathVariable Code goods,
            @RequestBody GoodsChange wanted) {
        var choice = new Choice(new CardRef(kind, goods), wanted.words(), wanted.picture(), wanted.place());
        keeping.put(me.member(), code, choice);
        return resource(me, shops.own(me.member(), code));
    }

    @DeleteMapping("/{code}/goods/{kind}/{goods}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable CardRef.Kind kind,
            @PathVariable Code goods) {
        keeping.remove(me.member(), code, new CardRef(kind, goods));
    }

    private Own own(Shop shop) {
        return new Own(resource(shop.owner(), shop), Brought.of(views.brought(shop)), shop.hidden());
    }

    private ShopResource resource(SignedIn me, Shop shop) {
        return resource(me.member(), shop);
    }

    private ShopResource resource(MemberId reader, Shop shop) {
        var link = links.of(shop.owner(), Shop.KIND, shop.code());
        var view = views.of(shop, new Viewer(reader));
        return ShopResource.of(view, reader, link.map(Code::value).orElse(null), pictures);
    }
}
