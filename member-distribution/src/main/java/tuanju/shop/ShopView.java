package tuanju.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.card.Card;
import tuanju.card.CardPicture;
import tuanju.card.CardRef;
import tuanju.community.CommunityCard;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.membership.Role;

/**
 * A shop as somebody sees it.
 *
 * @param goods what they may see of it, in its order
 * @param missing what is left out, because it is not there any more or not for them
 */
record ShopView(
        Shop shop,
        CommunityCard community,
        MemberCard owner,
        @Nullable Role role,
        List<Item> goods,
        List<ShopGoods> missing) {

    /** One thing: as it is sold now, and what the shop says of it. */
    record Item(ShopGoods said, Card card) {

        public CardRef ref() {
            return said.ref();
        }

        public String words() {
            return said.words();
        }

        /** The owner's own, or the first it is sold with. */
        public CardPicture picture() {
            return said.picture() == null ? card.pictures().getFirst() : new CardPicture(card.title(), said.picture());
        }
    }

    /** What can be bought at this moment, in its order. */
    List<Item> onOffer() {
        return goods.stream().filter(it -> it.card().isBuyable()).toList();
    }

    public boolean isCurator() {
        return role == Role.CURATOR;
    }

    public boolean isOf(@Nullable MemberId looker) {
        return shop.owner().equals(looker);
    }

    /** The shop's own, and where it has none that of what stands first; null in an empty one. */
    public @Nullable CardPicture cover() {
        if (shop.cover() != null) {
            return new CardPicture(shop.title(), shop.cover());
        }
        return goods.isEmpty() ? null : goods.getFirst().picture();
    }
}
