package tuanju.catalog.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuId;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/**
 * A variant in the operators' table.
 *
 * @param code its product's
 * @param onHand null where its stock is not counted
 * @param reserved how many of them orders hold
 */
record VariantLine(
        CommunityId community,
        SkuId id,
        UUID product,
        String code,
        String name,
        String spec,
        @Nullable PictureRef picture,
        Money price,
        @Nullable Integer onHand,
        int reserved) {

    /** Of a variant s of a product p. */
    static final String COLUMNS = """
            s.community_id, s.id, s.spec, s.price_fen, s.on_hand, s.reserved, p.id as product_id, p.code, p.name,
                p.pictures[1] as picture
            """;

    /** As it is called in one line. */
    public String title() {
        return name.contains(spec) ? name : name + " · " + spec;
    }

    /** What can still be bought; null where nothing is counted. */
    @Nullable
    Integer left() {
        return onHand == null ? null : onHand - reserved;
    }

    static VariantLine read(ResultSet row, int number) throws SQLException {
        @Nullable String picture = row.getString("picture");
        return new VariantLine(
                new CommunityId(row.getObject("community_id", UUID.class)),
                new SkuId(row.getObject("id", UUID.class)),
                row.getObject("product_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("spec"),
                picture == null ? null : new PictureRef(picture),
                Money.ofFen(row.getLong("price_fen")),
                row.getObject("on_hand", Integer.class),
                row.getInt("reserved"));
    }
}
