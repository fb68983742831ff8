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
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.picture.Pictures;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of products: how they look, what they cost from, and how many are left. */
@Controller
class ProductTable extends DeskTable<ProductsAsked, ProductLine> {

    private static final List<String> STATES = List.of("archived", "all");

    /** Each is changed by itself, as on its own page. */
    private static final int MOST_TOGETHER = 200;

    private static final int LONGEST_CATEGORY = 20;
    private static final int FEW = 10;
    private final JdbcClient jdbc;
    private final Communities communities;
    private final ProductEditing editing;
    private final Pictures pictures;

    ProductTable(Tables tables, JdbcClient jdbc, Communities communities, ProductEditing editing, Pictures pictures) {
        super(tables, new Sign("products", "catalog.products", "no-offers"));
        this.jdbc = jdbc;
        this.communities = communities;
        this.editing = editing;
        this.pictures = pictures;
    }

    @Override
    protected Table.Rows<ProductLine> page(ProductsAsked asked) {
        var sift = sift(asked);
        return Table.cut(
                sift.rows(jdbc, ProductLine.COLUMNS, asked.look(), ProductsAsked.PAGE + 1, ProductLine::read),
                ProductsAsked.PAGE,
                this::key,
                sift.sums(jdbc, "0", "all".equals(asked.sum())),
                it -> Map.of("product", TableCell.word("catalog.products.total", it.rows())));
    }

    @Override
    protected List<ProductLine> all(ProductsAsked asked, int most) {
        return sift(asked).rows(jdbc, ProductLine.COLUMNS, asked.look().fromTheBeginning(), most, ProductLine::read);
    }

    @Override
    protected List<Act<ProductLine>> acts() {
        return List.of(
                new Act<>("archive", false, MOST_TOGETHER, (found, by) -> {
                    found.forEach(it -> editing.archive(it.community(), it.id(), new MemberId(by.member())));
                    return Map.of();
                }),
                new Act<>("restore", false, MOST_TOGETHER, (found, by) -> {
                    found.forEach(it -> editing.restore(it.community(), it.id(), new MemberId(by.member())));
                    return Map.of();
                }),
                new Act<>(
                        "category",
                        false,
                        MOST_TOGETHER,
                        ProductTable.this::recategorised,
                        new Asks<>(
                                "catalog.products.act.category.value",
                                (row, typed) -> row.category() + " → " + category(typed))));
    }

    private Map<String, String> recategorised(List<ProductLine> found, Doer by) {
        var category = category(by.value());
        found.forEach(it -> editing.recategorise(it.community(), it.id(), category, new MemberId(by.member())));
        return new HashMap<>();
    }

    private static String category(String typed) {
        if (typed.length() > LONGEST_CATEGORY) {
            throw new Invalid("value", "field-too-long", LONGEST_CATEGORY);
        }
        return typed;
    }

    @Override
    protected String key(ProductLine row) {
        return row.id().value().toString();
    }

    @Override
    protected List<ProductLine> still(ProductsAsked asked, Collection<String> keys) {
        return sift(asked)
                .among(
                        jdbc,
                        ProductLine.COLUMNS,
                        keys.stream().map(Table::rowId).toList(),
                        ProductLine::read);
    }

    @Override
    protected ProductsAsked everything() {
        return question("state=all");
    }

    /** A new one belongs to the community that is looked at, or the first. */
    @Override
    protected List<Sign.Way> ways(ProductsAsked asked) {
        var picked = asked.look().picked("community");
        var variants = new Sign.Way(
                "/operate/variants" + (picked.isEmpty() ? "" : "?community=" + picked), "catalog.variants.title");
        return communities.all().stream()
                .map(CommunityCard::shortCode)
                .filter(it -> picked.isEmpty() || it.equals(picked))
                .findFirst()
                .map(it -> List.of(new Sign.Way(ProductsAsked.PATH + "/" + it + "/new", "catalog.shelf.new"), variants))
                .orElse(List.of(variants));
    }

    @Override
    protected String shownOn(ProductsAsked asked, Model model) {
        return communities.all().isEmpty() ? "catalog/nowhere" : "catalog/shelf";
    }

    @Override
    protected List<TableColumn<ProductLine>> columns(ProductsAsked asked) {
        var homes = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, it -> it));
        return List.of(
                TableColumn.<ProductLine>text("product", "catalog.shelf.product", it -> product(it, homes))
                        .over("catalog.products.code")
                        .sorted(true),
                TableColumn.<ProductLine>text("state", "catalog.shelf.state", ProductTable::state),
                TableColumn.<ProductLine>text(
                                "category",
                                "catalog.field.category",
                                it -> TableCell.of(it.category()).over(it.origin()))
                        .over("catalog.field.origin"),
                TableColumn.<ProductLine>text(
                                "written",
                                "catalog.products.written",
                                it -> TableCell.of(it.written()).over(name(it, homes)))
                        .over("catalog.shelf.community")
                        .sorted(true),
                TableColumn.number("variants", "catalog.shelf.variants", it -> TableCell.of(it.variants())),
                TableColumn.number("price", "catalog.shelf.price", it -> orNone(it.from())),
                TableColumn.number("left", "catalog.shelf.left", ProductTable::left));
    }

    @Override
    protected List<TableFilter> filters(ProductsAsked asked) {
        var states = STATES.stream().map(it -> new TableFilter.Choice(it, TableCell.word("catalog.shelf.state." + it)));
        return List.of(
                TableFilter.search("catalog.products.search"),
                TableFilter.choice("state", "catalog.shelf.state", "catalog.shelf.state.sale", states),
                communities.filter("catalog.shelf.community", "catalog.products.any-community"),
                TableFilter.day("from", "catalog.products.from"),
                TableFilter.day("to", "catalog.products.to"));
    }

    private Table.Sift sift(ProductsAsked asked) {
        var look = asked.look();
        var sift = new Table.Sift("product p", "p.id", Map.of("product", "p.name", "written", "p.created_at"))
                .where(
                        "strpos(lower(concat_ws(' ', p.name, p.category, p.origin, p.code)), lower(:q)) > 0",
                        "q",
                        look.picked("q"))
                .where("p.community_id = :community", "community", communities.pickedId(look.picked("community")))
                .on(DayRange.read(asked.from(), asked.to()), "p.created_at");
        return switch (look.picked("state")) {
            case "" -> sift.where("p.archived_at is null");
            case "archived" -> sift.where("p.archived_at is not null");
            case "all" -> sift;
            default -> throw new Invalid("state", "one-of", String.join(", ", STATES));
        };
    }

    private TableCell product(ProductLine it, Map<CommunityId, CommunityCard> homes) {
        var home = homes.get(it.community());
        return TableCell.of(it.name())
                .over(it.code())
                .opening(home == null ? null : ProductsAsked.PATH + "/" + home.shortCode() + "/" + key(it))
                .pictured(pictures.url(it.picture(), it.name(), 96));
    }

    private static TableCell state(ProductLine it) {
        return it.archived()
                ? TableCell.of(TableCell.word("catalog.shelf.state.archived")).toned("plain")
                : TableCell.of(TableCell.word("catalog.shelf.state.sale")).toned("good");
    }

    private static String name(ProductLine it, Map<CommunityId, CommunityCard> homes) {
        var home = homes.get(it.community());
        return home == null ? "" : home.name();
    }

    private static TableCell orNone(@Nullable Object value) {
        return value == null ? TableCell.NONE : TableCell.of(value);
    }

    private static TableCell left(ProductLine it) {
        var left = it.left();
        return left != null && left < FEW ? TableCell.of(left).toned("hurry") : orNone(left);
    }
}
