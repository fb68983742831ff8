package tuanju.teambuy.steering;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import tuanju.catalog.Catalog;
import tuanju.catalog.ProductSearch;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.command.Invalid;
import tuanju.community.Code;
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
import tuanju.teambuy.OfferStatus;
import tuanju.teambuy.offering.TeamOfferEditing;

/** The operator's table of team offers: what they sell, for how much, and the teams behind them. */
@Controller
class OfferTable extends DeskTable<OffersAsked, OfferLine> {

    /** Each is changed by itself, as on its own page. */
    private static final int MOST_TOGETHER = 200;

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Catalog catalog;
    private final ProductSearch products;
    private final TeamOfferEditing editing;
    private final Pictures pictures;

    OfferTable(
            Tables tables,
            JdbcClient jdbc,
            Communities communities,
            Catalog catalog,
            ProductSearch products,
            TeamOfferEditing editing,
            Pictures pictures) {
        super(tables, new Sign("offers", "teambuy.offers", "no-offers"));
        this.jdbc = jdbc;
        this.communities = communities;
        this.catalog = catalog;
        this.products = products;
        this.editing = editing;
        this.pictures = pictures;
    }

    @Override
    protected Table.Rows<OfferLine> page(OffersAsked asked) {
        var sift = sift(asked);
        return Table.cut(
                named(sift.rows(jdbc, OfferLine.COLUMNS, asked.look(), OffersAsked.PAGE + 1, OfferLine::read)),
                OffersAsked.PAGE,
                it -> it.id().toString(),
                sift.sums(jdbc, "0", "all".equals(asked.sum())),
                it -> Map.of("offer", TableCell.word("teambuy.offers.total", it.rows())));
    }

    @Override
    protected List<OfferLine> all(OffersAsked asked, int most) {
        return named(sift(asked).rows(jdbc, OfferLine.COLUMNS, asked.look().fromTheBeginning(), most, OfferLine::read));
    }

    @Override
    protected List<Act<OfferLine>> acts() {
        return List.of(act("pause", editing::pause), act("resume", editing::resume), act("end", editing::end));
    }

    private Act<OfferLine> act(String name, BiConsumer<Code, MemberId> deed) {
        return new Act<>(name, false, MOST_TOGETHER, (rows, by) -> {
            var left = new HashMap<String, String>();
            rows.forEach(it -> {
                if (it.status() == OfferStatus.ENDED) {
                    left.put(key(it), "teambuy.offers.act.refused.ended");
                } else {
                    deed.accept(new Code(it.code()), new MemberId(by.member()));
                }
            });
            return left;
        });
    }

    @Override
    protected String key(OfferLine row) {
        return row.id().toString();
    }

    @Override
    protected List<OfferLine> still(OffersAsked asked, Collection<String> keys) {
        return named(sift(asked)
                .among(jdbc, OfferLine.COLUMNS, keys.stream().map(Table::rowId).toList(), OfferLine::read));
    }

    /** A new one belongs to the community that is looked at, or the first. */
    @Override
    protected List<Sign.Way> ways(OffersAsked asked) {
        var picked = asked.look().picked("community");
        return communities.all().stream()
                .map(CommunityCard::shortCode)
                .filter(it -> picked.isEmpty() || it.equals(picked))
                .limit(1)
                .map(it -> new Sign.Way(OffersAsked.PATH + "/new?community=" + it, "teambuy.shelf.new"))
                .toList();
    }

    @Override
    protected String shownOn(OffersAsked asked, Model model) {
        return communities.all().isEmpty() ? "catalog/nowhere" : super.shownOn(asked, model);
    }

    @Override
    protected List<TableColumn<OfferLine>> columns(OffersAsked asked) {
        var homes = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, it -> it));
        return List.of(
                TableColumn.<OfferLine>text("offer", "teambuy.shelf.offer", this::offer)
                        .over("teambuy.offers.spec"),
                TableColumn.text("status", "teambuy.shelf.status", OfferTable::status),
                TableColumn.<OfferLine>text("code", "teambuy.offers.code", it -> code(it, homes))
                        .over("teambuy.shelf.community"),
                TableColumn.<OfferLine>text("made", "teambuy.offers.made", it -> TableCell.of(it.made()))
                        .sorted(true),
                TableColumn.text("ends", "teambuy.shelf.ends", it -> TableCell.of(it.ends())),
                TableColumn.<OfferLine>number("price", "teambuy.shelf.price", OfferTable::price)
                        .over("teambuy.shelf.alone"),
                TableColumn.number("size", "teambuy.shelf.size", it -> TableCell.of(it.size())),
                TableColumn.<OfferLine>number("teams", "teambuy.shelf.teams", OfferTable::teams)
                        .over("teambuy.offers.formed"));
    }

    @Override
    protected List<TableFilter> filters(OffersAsked asked) {
        return List.of(
                TableFilter.search("teambuy.offers.search"),
                TableFilter.choice(
                        "status",
                        "teambuy.shelf.status",
                        "teambuy.shelf.any",
                        TableFilter.each(OfferStatus.values(), "teambuy.offer.")),
                communities.filter("teambuy.shelf.community", "teambuy.offers.any-community"),
                TableFilter.day("from", "teambuy.offers.from"),
                TableFilter.day("to", "teambuy.offers.to"));
    }

    private Table.Sift sift(OffersAsked asked) {
        var look = asked.look();
        var status = TableFilter.picked(OfferStatus.class, "status", asked.status());
        var words = look.picked("q");
        return new Table.Sift("team_offer o", "o.id", Map.of("made", "o.created_at"))
                .where("(o.code = upper(:q)::bpchar or o.product_id = any(:selling::uuid[]))", "q", words)
                .where("true", "selling", words.isEmpty() ? null : selling(words))
                .where("o.status = :status", "status", status.map(Enum::name).orElse(null))
                .where("o.community_id = :community", "community", communities.pickedId(look.picked("community")))
                .on(DayRange.read(asked.from(), asked.to()), "o.created_at");
    }

    /** The products that are meant, as the database writes an array. */
    private String selling(String words) {
        var named = products.named(words);
        if (named.size() == ProductSearch.MOST) {
            throw new Invalid("q", "words-too-common", ProductSearch.MOST);
        }
        return named.stream().map(it -> it.value().toString()).collect(Collectors.joining(",", "{", "}"));
    }

    private List<OfferLine> named(List<OfferLine> rows) {
        var skus = new HashMap<SkuId, SkuCard>();
        rows.stream()
                .collect(Collectors.groupingBy(
                        OfferLine::community, Collectors.mapping(OfferLine::sku, Collectors.toSet())))
                .forEach((home, ids) -> skus.putAll(catalog.skus(home, ids)));
        return rows.stream().map(it -> it.selling(skus.get(it.sku()))).toList();
    }

    private TableCell offer(OfferLine it) {
        var goods = it.goods();
        var name = goods == null ? it.code() : goods.productName();
        return TableCell.of(name)
                .over(goods == null ? "" : goods.spec())
                .opening(OffersAsked.PATH + "/" + it.code())
                .pictured(pictures.url(goods == null ? null : goods.picture(), name, 96));
    }

    private static TableCell status(OfferLine it) {
        return TableCell.of(TableCell.word("teambuy.offer." + it.status()))
                .toned(
                        switch (it.status()) {
                            case OPEN -> "good";
                            case PAUSED -> "hurry";
                            case ENDED -> "plain";
                        });
    }

    private static TableCell code(OfferLine it, Map<CommunityId, CommunityCard> homes) {
        var home = homes.get(it.community());
        return TableCell.of(it.code()).over(home == null ? "" : home.name());
    }

    private static TableCell price(OfferLine it) {
        return TableCell.of(it.price()).over(alone(it.goods()));
    }

    private static Object alone(@Nullable SkuCard goods) {
        return goods == null ? "" : goods.price();
    }

    /** Opens its teams. */
    private static TableCell teams(OfferLine it) {
        return TableCell.of(it.open()).over(it.formed()).opening("/operate/teams?q=" + it.code());
    }
}
