package tuanju.catalog.desk;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import tuanju.catalog.ProductEditing;
import tuanju.catalog.Stocking;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.picture.Pictures;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of variants of products on sale: their price and their stock, which many are given at once. */
@Controller
class VariantTable extends DeskTable<VariantsAsked, VariantLine> {

    private static final List<String> STOCKS = List.of("few", "none", "uncounted");

    /** Each price is changed by itself, as on its product's page. */
    private static final int MOST_PRICES = 200;

    private static final int MOST_STOCKS = 1_000;
    private static final int FEW = 10;

    private final JdbcClient jdbc;
    private final Communities communities;
    private final ProductEditing editing;
    private final Stocking stocking;
    private final Pictures pictures;

    VariantTable(
            Tables tables,
            JdbcClient jdbc,
            Communities communities,
            ProductEditing editing,
            Stocking stocking,
            Pictures pictures) {
        super(
                tables,
                new Sign(
                        "variants",
                        "catalog.variants",
                        "no-offers",
                        List.of(
                                new Sign.Way(ProductsAsked.PATH, "catalog.products.title"),
                                new Sign.Way(VariantsAsked.PATH + "/sheets", "catalog.sheet.title"))));
        this.jdbc = jdbc;
        this.communities = communities;
        this.editing = editing;
        this.stocking = stocking;
        this.pictures = pictures;
    }

    @Override
    protected Table.Rows<VariantLine> page(VariantsAsked asked) {
        var sift = sift(asked);
        return Table.cut(
                sift.rows(jdbc, VariantLine.COLUMNS, asked.look(), VariantsAsked.PAGE + 1, VariantLine::read),
                VariantsAsked.PAGE,
                this::key,
                sift.sums(jdbc, "0", "all".equals(asked.sum())),
                it -> Map.of("variant", TableCell.word("catalog.variants.total", it.rows())));
    }

    @Override
    protected List<VariantLine> all(VariantsAsked asked, int most) {
        return sift(asked).rows(jdbc, VariantLine.COLUMNS, asked.look().fromTheBeginning(), most, VariantLine::read);
    }

    @Override
    protected List<Act<VariantLine>> acts() {
        return List.of(
                new Act<>(
                        "price",
                        false,
                        MOST_PRICES,
                        this::repriced,
                        new Asks<>("catalog.variants.act.price.value", VariantTable::then)),
                new Act<>(
                        "stock",
                        false,
                        MOST_STOCKS,
                        this::stocked,
                        new Asks<>("catalog.variants.act.stock.value", VariantTable::counted)));
    }

    private static Object then(VariantLine row, String typed) {
        return NewPrice.of(row.price(), typed)
                .<Object>map(it -> row.price() + " → " + it)
                .orElse(TableCell.word("catalog.variants.act.no-price", row.price()));
    }

    private Map<String, String> repriced(List<VariantLine> rows, Doer by) {
        var left = new HashMap<String, String>();
        rows.forEach(it -> {
            if (!editing.reprice(
                    it.community(), it.id(), now -> NewPrice.of(now, by.value()), new MemberId(by.member()))) {
                left.put(key(it), "catalog.variants.act.refused.no-price");
            }
        });
        return left;
    }

    private static Object counted(VariantLine row, String typed) {
        var onHand = row.onHand() == null ? 0 : row.onHand();
        var then = onHand + Stocking.typed("value", typed);
        return then < row.reserved()
                ? TableCell.word("catalog.variants.act.held", onHand, row.reserved())
                : onHand + " → " + then;
    }

    private Map<String, String> stocked(List<VariantLine> rows, Doer by) {
        var pieces = Stocking.typed("value", by.value());
        var done = stocking.adjust(
                rows.stream()
                        .map(it -> new Stocking.Change(it.community(), it.id(), pieces))
                        .toList(),
                new MemberId(by.member()));
        return rows.stream()
                .filter(it -> !done.contains(it.id()))
                .collect(Collectors.toMap(this::key, it -> "catalog.variants.act.refused.held"));
    }

    @Override
    protected String key(VariantLine row) {
        return row.id().value().toString();
    }

    @Override
    protected List<VariantLine> still(VariantsAsked asked, Collection<String> keys) {
        return sift(asked)
                .among(
                        jdbc,
                        VariantLine.COLUMNS,
                        keys.stream().map(Table::rowId).toList(),
                        VariantLine::read);
    }

    /** It stands among the products. */
    @Override
    protected String shownOn(VariantsAsked asked, Model model) {
        model.addAttribute("active", "products");
        return super.shownOn(asked, model);
    }

    @Override
    protected List<TableColumn<VariantLine>> columns(VariantsAsked asked) {
        var homes = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, it -> it));
        return List.of(
                TableColumn.<VariantLine>text("variant", "catalog.shelf.product", it -> variant(it, homes))
                        .over("catalog.skus.spec")
                        .sorted(true),
                TableColumn.<VariantLine>text("code", "catalog.products.code", it -> home(it, homes))
                        .over("catalog.shelf.community"),
                TableColumn.number("price", "catalog.variants.price", it -> TableCell.of(it.price())),
                TableColumn.number("onhand", "catalog.variants.on-hand", it -> orNone(it.onHand())),
                TableColumn.number("reserved", "catalog.variants.reserved", it -> TableCell.of(it.reserved())),
                TableColumn.number("left", "catalog.shelf.left", VariantTable::left));
    }

    @Override
    protected List<TableFilter> filters(VariantsAsked asked) {
        var stocks =
                STOCKS.stream().map(it -> new TableFilter.Choice(it, TableCell.word("catalog.variants.stock." + it)));
        return List.of(
                TableFilter.search("catalog.variants.search"),
                TableFilter.choice("stock", "catalog.shelf.left", "catalog.variants.any-stock", stocks),
                communities.filter("catalog.shelf.community", "catalog.products.any-community"));
    }

    private Table.Sift sift(VariantsAsked asked) {
        var look = asked.look();
        var sift = new Table.Sift(
                        "sku s join product p on p.community_id = s.community_id and p.id = s.product_id",
                        "s.id",
                        Map.of("variant", "p.name"))
                .where("p.archived_at is null and s.archived_at is null")
                .where(
                        "strpos(lower(concat_ws(' ', p.name, p.category, s.spec, p.code)), lower(:q)) > 0",
                        "q",
                        look.picked("q"))
                .where("s.community_id = :community", "community", communities.pickedId(look.picked("community")));
        return switch (look.picked("stock")) {
            case "" -> sift;
            case "few" -> sift.where("s.on_hand - s.reserved between 1 and " + (FEW - 1));
            case "none" -> sift.where("s.on_hand = s.reserved");
            case "uncounted" -> sift.where("s.on_hand is null");
            default -> throw new Invalid("stock", "one-of", String.join(", ", STOCKS));
        };
    }

    private TableCell variant(VariantLine it, Map<CommunityId, CommunityCard> homes) {
        var home = homes.get(it.community());
        return TableCell.of(it.name())
                .over(it.spec())
                .opening(home == null ? null : ProductsAsked.PATH + "/" + home.shortCode() + "/" + it.product())
                .pictured(pictures.url(it.picture(), it.name(), 96));
    }

    private static TableCell home(VariantLine it, Map<CommunityId, CommunityCard> homes) {
        var home = homes.get(it.community());
        return TableCell.of(it.code()).over(home == null ? "" : home.name());
    }

    private static TableCell orNone(@Nullable Object value) {
        return value == null ? TableCell.NONE : TableCell.of(value);
    }

    private static TableCell left(VariantLine it) {
        var left = it.left();
        return left != null && left < FEW ? TableCell.of(left).toned("hurry") : orNone(left);
    }
}
