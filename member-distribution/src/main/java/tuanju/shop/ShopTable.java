package tuanju.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.MemberCard;
import tuanju.member.Members;
import tuanju.shop.ShopTable.Row;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of members' shops: what each says of itself, whose it is, and whether others find it. */
@Controller
class ShopTable extends DeskTable<ShopsAsked, Row> {

    private static final String ROW = """
        s.*, (select count(*) from member_shop_goods g where g.community_id = s.community_id and g.shop_id = s.id) as goods
        """;
    private static final String STATE =
            "case when s.hidden_reason is not null then 'HIDDEN' when s.open then 'OPEN' else 'CLOSED' end";
    private static final List<Sign.Way> WAYS =
            List.of(new Sign.Way("/operate/words", "shop.desk.words"), new Sign.Way("/operate/law", "shop.desk.law"));

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Members members;

    /** One of them. */
    record Row(Shop shop, MemberCard owner, int goods) {}

    private record Found(Shop shop, int goods) {

        static Found of(ResultSet row, int number) throws SQLException {
            return new Found(ShopRows.read(row, number), row.getInt("goods"));
        }
    }

    ShopTable(Tables tables, JdbcClient jdbc, Communities communities, Members members) {
        super(tables, new Sign("shops", "shop.desk", "no-list", WAYS));
        this.jdbc = jdbc;
        this.communities = communities;
        this.members = members;
    }

    @Override
    protected Table.Rows<Row> page(ShopsAsked asked) {
        var sift = sift(asked);
        var found = sift.rows(jdbc, ROW, asked.look(), ShopsAsked.PAGE + 1, Found::of);
        return Table.cut(
                owned(found),
                ShopsAsked.PAGE,
                it -> it.shop().id().toString(),
                sift.sums(jdbc, "0", "all".equals(asked.sum())),
                it -> Map.of("shop", TableCell.word("shop.desk.total", it.rows())));
    }

    @Override
    protected List<Row> all(ShopsAsked asked, int most) {
        return owned(sift(asked).rows(jdbc, ROW, asked.look().fromTheBeginning(), most, Found::of));
    }

    @Override
    protected List<TableColumn<Row>> columns(ShopsAsked asked) {
        var homes = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, CommunityCard::name));
        return List.of(
                TableColumn.<Row>text("shop", "shop.desk.shop", ShopTable::shop).over("shop.desk.code"),
                TableColumn.<Row>text("state", "shop.desk.state", ShopTable::state)
                        .over("shop.desk.reason"),
                TableColumn.<Row>text(
                                "owner",
                                "shop.desk.owner",
                                it -> TableCell.of(it.owner().name())
                                        .over(it.owner().maskedPhone()))
                        .over("shop.desk.phone"),
                TableColumn.<Row>text(
                                "opened",
                                "shop.desk.opened",
                                it -> TableCell.of(it.shop().opened())
                                        .over(homes.getOrDefault(it.shop().community(), "")))
                        .over("shop.desk.community")
                        .sorted(true),
                TableColumn.number("goods", "shop.desk.goods", it -> TableCell.of(it.goods())));
    }

    @Override
    protected List<TableFilter> filters(ShopsAsked asked) {
        return List.of(
                TableFilter.search("shop.desk.search"),
                TableFilter.choice(
                        "state",
                        "shop.desk.state",
                        "shop.desk.any-state",
                        TableFilter.each(Shop.State.values(), "shop.state.")),
                communities.filter("shop.desk.community", "shop.desk.any-community"),
                TableFilter.day("from", "shop.desk.from"),
                TableFilter.day("to", "shop.desk.to"));
    }

    private Table.Sift sift(ShopsAsked asked) {
        var look = asked.look();
        var state = look.picked("state");
        var states = Arrays.stream(Shop.State.values()).map(Enum::name).toList();
        if (!state.isEmpty() && !states.contains(state)) {
            throw new Invalid("state", "one-of", String.join(", ", states));
        }
        var sift = new Table.Sift("member_shop s", "s.id", Map.of("opened", "s.opened_at"))
                .where("s.code = upper(:q)", "q", look.picked("q"))
                .where("s.community_id = :community", "community", communities.pickedId(look.picked("community")))
                .on(DayRange.read(asked.from(), asked.to()), "s.opened_at");
        return state.isEmpty() ? sift : sift.where(STATE + " = :state", "state", state);
    }

    private List<Row> owned(List<Found> found) {
        var owners = members.cards(
                found.stream().map(it -> it.shop().owner()).distinct().toList());
        return found.stream()
                .flatMap(it -> Stream.ofNullable(owners.get(it.shop().owner()))
                        .map(owner -> new Row(it.shop(), owner, it.goods())))
                .toList();
    }

    private static TableCell shop(Row it) {
        var shop = it.shop();
        return TableCell.of(shop.title()).over(shop.code().value()).opening(ShopsAsked.PATH + "/" + shop.code());
    }

    private static TableCell state(Row it) {
        var state = it.shop().state();
        var why = it.shop().hidden();
        return TableCell.of(TableCell.word("shop.state." + state))
                .over(why == null ? "" : why)
                .toned(
                        switch (state) {
                            case OPEN -> "good";
                            case CLOSED -> "plain";
                            case HIDDEN -> "hurry";
                        });
    }
}
