package tuanju.teambuy;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import tuanju.catalog.SkuCard;
import tuanju.community.PickupPointCard;
import tuanju.member.Contact;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * What an order is written out with beside its terms, read in the same look as they are.
 *
 * @param terms what it costs and brings
 * @param memberPrice what a piece costs this buyer alone now, on a member day less than the goods' own price
 * @param point null where this community has no such point
 * @param along what the buyer could bring along for it, as {@code brought_along} says it
 */
@NamedInterface("rooms")
public record Particulars<T extends Terms>(
        T terms,
        MemberId buyer,
        Contact contact,
        SkuCard goods,
        Money memberPrice,
        @Nullable PickupPointCard point,
        String along) {

    static final String COLUMNS = ", contact_of.*, sku_card.*, pickup_point_card.*,"
            + " member_price(o.community_id, :member, null, o.sku_id, sku_card.sku_price_fen) as members_fen,"
            + " brought_along(o.community_id, :member, pickup_point_card.point_leader, array[o.sku_id]) as along";

    /** Other modules' answers to a statement that reads an offer as {@code o}. */
    static final String FROM = """
             cross join lateral contact_of(:member)
             cross join lateral sku_card(o.community_id, o.sku_id)
             left join lateral pickup_point_card(o.community_id, :point) on true
            """;

    static <T extends Terms> Particulars<T> read(T terms, MemberId buyer, ResultSet row) throws SQLException {
        return new Particulars<>(
                terms,
                buyer,
                Contact.read(row),
                SkuCard.read(terms.community(), terms.sku(), row),
                Money.ofFen(row.getLong("members_fen")),
                PickupPointCard.read(terms.community(), row),
                row.getString("along"));
    }
}
