package tuanju.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.card.Card;
import tuanju.card.CardRef;
import tuanju.card.CardRef.Kind;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.RateLimits;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.link.Links;
import tuanju.link.Target;
import tuanju.member.MemberId;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;
import tuanju.picture.PictureRef;
import tuanju.picture.Pictures;

/** Members open shops of their own and keep them. It costs nothing, asks for nothing but to belong there, and pays nothing by itself. */
@Component
@RequiredArgsConstructor
@Transactional
public class ShopKeeping {

    private static final int CHANGES_AN_HOUR = 120;

    private final ShopRows rows;
    private final ShopWords words;
    private final Communities communities;
    private final Memberships memberships;
    private final Showcase showcase;
    private final Pictures pictures;
    private final Links links;
    private final RateLimits limits;

    /** What somebody would have stand in a shop, before anything of it is believed. */
    record Wish(
            @Nullable String title,
            @Nullable String introduction,
            @Nullable String picture) {}

    /** One thing for it: which, what is said of it, its owner's picture of it, and where it stands; null where it does not matter. */
    record Choice(
            CardRef ref,
            @Nullable String words,
            @Nullable String picture,
            @Nullable Integer place) {}

    /**
     * Opens one with its owner's link to it. Refuses with Invalid and AgainstTheLaw what may not be said, with CannotKeepShop who
     * does not belong there or has one.
     */
    Shop open(MemberId owner, CommunityCard here, Wish wish) {
        if (memberships.of(owner, here.id()).filter(Membership::isActive).isEmpty()) {
            throw CannotKeepShop.ofMembers(here.name());
        }
        var said = words.read(wish.title(), wish.introduction());
        var made = new Shop(
                here.id(),
                Ids.next(),
                communities.nextCode(here.id()),
                owner,
                said.title(),
                said.introduction(),
                taken(owner, wish.picture(), null),
                true,
                null,
                Instant.EPOCH);
        if (!rows.insert(made)) {
            throw CannotKeepShop.had();
        }
        links.make(owner, new Target(Shop.KIND, made.code()), "");
        return rows.find(made.code()).orElseThrow();
    }

    /** The same with a picture of this name. */
    public Code open(MemberId owner, CommunityId here, String title, String introduction, String picture) {
        return open(owner, communities.get(here), new Wish(title, introduction, picture))
                .code();
    }

    /** Puts one behind all others. */
    public void put(MemberId owner, Code shop, CardRef ref, String said) {
        put(owner, shop, new Choice(ref, said, null, null));
    }

    /**
     * Says something else in it, shows it or closes it; an empty picture is none. Refuses as opening does, with NotFound what is not
     * theirs.
     */
    Shop change(MemberId owner, Code code, Wish wish, boolean open) {
        var was = own(owner, code);
        var said = words.read(wish.title(), wish.introduction());
        var to = new Shop(
                was.community(),
                was.id(),
                code,
                owner,
                said.title(),
                said.introduction(),
                taken(owner, wish.picture(), was.cover()),
                open,
                was.hidden(),
                was.opened());
        rows.update(to);
        return to;
    }

    /** Closes it for others, or opens it again. */
    void show(MemberId owner, Code code, boolean open) {
        var was = own(owner, code);
        var cover = was.cover();
        change(owner, code, new Wish(was.title(), was.introduction(), cover == null ? "" : cover.value()), open);
    }

    /**
     * Puts one into it, or says something else of it. Refuses with Invalid what is not on offer there for its owner, with
     * CannotKeepShop one too many.
     */
    void put(MemberId owner, Code code, Choice choice) {
        var shop = own(owner, code);
        var there = new ArrayList<>(rows.goods(shop));
        var before = there.stream().filter(it -> it.ref().equals(choice.ref())).findFirst();
        int was = before.map(there::indexOf).orElse(Shop.MOST_GOODS);
        there.removeIf(it -> it.ref().equals(choice.ref()));
        if (there.size() == Shop.MOST_GOODS) {
            throw CannotKeepShop.full();
        }
        if (before.isEmpty()) {
            mustBeOnOffer(owner, shop, choice.ref());
        }
        var had = before.map(ShopGoods::picture).orElse(null);
        var said = choice.words() == null ? before.map(ShopGoods::words).orElse("") : words.of(choice.words());
        var one = new ShopGoods(choice.ref(), said, taken(owner, choice.picture(), had));
        int at = choice.place() == null ? was : index(owner, there, choice.place());
        there.add(Math.clamp(at, 0, there.size()), one);
        rows.put(shop, one);
        rows.arrange(shop, there.stream().map(ShopGoods::ref).toList());
    }

    /** Where the place is that its owner names: they count what they see, and what they do not see any more keeps its neighbours. */
    private int index(MemberId owner, List<ShopGoods> there, int place) {
        var seen = showcase
                .cards(new Viewer(owner), there.stream().map(ShopGoods::ref).toList())
                .stream()
                .map(Card::ref)
                .toList();
        var refs = there.stream().map(ShopGoods::ref).toList();
        return place > seen.size() ? refs.size() : refs.indexOf(seen.get(Math.max(place, 1) - 1));
    }

    /** Takes one out of it; what is not in it stays out. */
    void remove(MemberId owner, Code code, CardRef ref) {
        var shop = own(owner, code);
        rows.remove(shop, ref);
        rows.arrange(shop, rows.goods(shop).stream().map(ShopGoods::ref).toList());
    }

    private void mustBeOnOffer(MemberId owner, Shop shop, CardRef ref) {
        boolean sold = ref.kind() == Kind.OFFER || ref.kind() == Kind.CYCLE;
        if (!sold
                || !ref.code().communityShortCode().equals(shop.code().communityShortCode())
                || showcase.cards(new Viewer(owner), List.of(ref)).stream()
                        .allMatch(it -> it.state() == Card.State.OVER)) {
            throw new Invalid("goods", "shop-no-goods");
        }
    }

    private Shop own(MemberId owner, Code code) {
        limits.take("shop " + owner.value(), CHANGES_AN_HOUR, Duration.ofHours(1));
        return rows.lock(code).filter(it -> it.owner().equals(owner)).orElseThrow(NotFound::new);
    }

    /** The picture of this name; the one there was where nothing is said, none where an empty name is. */
    private @Nullable PictureRef taken(MemberId owner, @Nullable String name, @Nullable PictureRef had) {
        if (name == null) {
            return had;
        }
        if (name.isEmpty()) {
            return null;
        }
        if (!PictureRef.isOne(name)) {
            throw new Invalid("picture", "shop-no-picture");
        }
        var wanted = new PictureRef(name);
        if (!wanted.equals(had) && !pictures.take(owner.value(), List.of(wanted))) {
            throw new Invalid("picture", "shop-no-picture");
        }
        return wanted;
    }
}
