package tuanju.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuId;
import tuanju.money.Money;
import tuanju.order.OrderLineCard;
import tuanju.picture.PictureRef;

/**
 * A product as a cycle sells it.
 *
 * @param limit the most pieces that are sold; null without a limit
 * @param taken pieces that orders hold
 * @param waited pieces that those in line want: what comes free is theirs first
 * @param page what its page says of it beside
 * @param usual what it costs on other days and others, where its price is that of a member day; else null
 * @param terms how many pieces come in a case, and what it takes to go ahead
 */
public record CycleProduct(
        UUID id,
        @Nullable SkuId sku,
        String name,
        String spec,
        @Nullable PictureRef picture,
        Money price,
        @Nullable Integer limit,
        int taken,
        int waited,
        ProductTerms terms,
        OnPage page,
        @Nullable Money usual) {

    /** Pieces of p kept for those in line, as long as they can still be offered any. */
    static final String KEPT = """
            (case when exists (select from order_cycle c where c.community_id = p.community_id and c.id = p.cycle_id
                and c.status = 'OPEN' and c.cut_off > clock_timestamp() + interval '5 minutes') then waited else 0 end)
            """;

    static final String MEMBERS_PRICE = """
            (case when per_500g_fen is null then member_price(p.community_id, cast(:viewer as uuid),
                (select c.leader_id from order_cycle c where c.community_id = p.community_id and c.id = p.cycle_id),
                sku_id, price_fen) else price_fen end)
            """;

    /**
     * What the cycle's page says of it.
     *
     * @param description a sentence or two; empty for none
     * @param stopped no longer sold; those who ordered it get it
     */
    public record OnPage(String description, boolean stopped) {
        public static final OnPage NOTHING = new OnPage("", false);
    }

    /** At its usual price. */
    public CycleProduct(
            UUID id,
            @Nullable SkuId sku,
            String name,
            String spec,
            @Nullable PictureRef picture,
            Money price,
            @Nullable Integer limit,
            int taken,
            int waited,
            ProductTerms terms) {
        this(id, sku, name, spec, picture, price, limit, taken, waited, terms, OnPage.NOTHING, null);
    }

    /** Whether it is still sold. */
    public boolean isStopped() {
        return page.stopped();
    }

    /** As it is sold to everybody. */
    public CycleProduct usually() {
        return usual == null
                ? this
                : new CycleProduct(id, sku, name, spec, picture, usual, limit, taken, waited, terms, page, null);
    }

    /** Of these those that are still sold: what is shown to whoever has not ordered yet. */
    public static List<CycleProduct> stillSold(List<CycleProduct> goods) {
        return goods.stream().filter(it -> !it.isStopped()).toList();
    }

    /** Pieces that whoever comes now can order; null without a limit. */
    public @Nullable Integer left() {
        return isStopped() ? Integer.valueOf(0) : limit == null ? null : Math.max(0, limit - taken - waited);
    }

    /** Pieces that no order holds, those for the ones in line among them; null without a limit. */
    public @Nullable Integer free() {
        return isStopped() ? Integer.valueOf(0) : limit == null ? null : Math.max(0, limit - taken);
    }

    /** Name and spec. */
    public String title() {
        return OrderLineCard.title(name, spec);
    }

    public boolean isSoldOut() {
        var left = left();
        return left != null && left == 0;
    }

    /** From a row that says what it costs now beside its usual price. */
    static CycleProduct read(ResultSet row) throws SQLException {
        var sku = row.getObject("sku_id", UUID.class);
        var limit = row.getObject("quantity_limit", Integer.class);
        var picture = row.getString("picture");
        long usual = row.getLong("price_fen");
        long now = row.getLong("now_fen");
        return new CycleProduct(
                row.getObject("id", UUID.class),
                sku == null ? null : new SkuId(sku),
                row.getString("name"),
                row.getString("spec"),
                picture == null ? null : new PictureRef(picture),
                Money.ofFen(now),
                limit,
                row.getInt("taken"),
                row.getInt("kept"),
                new ProductTerms(
                        row.getInt("case_size"),
                        Minimum.of(row.getString("minimum_kind"), row.getLong("minimum")),
                        ByWeight.of(
                                row.getObject("estimated_grams", Integer.class),
                                row.getObject("band_percent", Integer.class),
                                row.getLong("per_500g_fen"))),
                new OnPage(row.getString("description"), row.getBoolean("stopped")),
                now == usual ? null : Money.ofFen(usual));
    }
}
