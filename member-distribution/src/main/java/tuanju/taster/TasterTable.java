package tuanju.taster;

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
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;
import tuanju.taster.TasterTable.Row;

/** The operator's table of tasters: who looks after which category of which community, and how far their finds have come. */
@Controller
class TasterTable extends DeskTable<TastersAsked, Row> {

    private static final String ROW = """
        s.*, (select count(*) from tasting g where g.community_id = s.community_id and g.taster_id = s.id) as finds,
            (select count(*) from tasting g where g.community_id = s.community_id and g.taster_id = s.id and g.state = 'LISTED') as listed
        """;
    private static final List<Sign.Way> WAYS = List.of(
            new Sign.Way(TastersAsked.PATH + "/new", "taster.desk.new"),
            new Sign.Way("/operate/law", "taster.desk.law"));

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Members members;

    /** One of them. */
    record Row(Taster taster, MemberCard who, int finds, int listed) {}

    private enum State {
        ACTIVE,
        ENDED
    }

    private record Found(Taster taster, int finds, int listed) {

        static Found of(ResultSet row, int number) throws SQLException {
            return new Found(TasterRows.read(row, number), row.getInt("finds"), row.getInt("listed"));
        }
    }

    TasterTable(Tables tables, JdbcClient jdbc, Communities communities, Members members) {
        super(tables, new Sign("tasters", "taster.desk", "no-list", WAYS));
        this.jdbc = jdbc;
        this.communities = communities;
        this.members = members;
    }

    @Override
    protected Table.Rows<Row> page(TastersAsked asked) {
        var sift = sift(asked);
        var found = sift.rows(jdbc, ROW, asked.look(), TastersAsked.PAGE + 1, Found::of);
        return Table.cut(
                named(found),
                TastersAsked.PAGE,
                it -> it.taster().id().toString(),
                sift.sums(jdbc, "0", "all".equals(asked.sum())),
                it -> Map.of("category", TableCell.word("taster.desk.total", it.rows())));
    }

    @Override
    protected List<Row> all(TastersAsked asked, int most) {
        return named(sift(asked).rows(jdbc, ROW, asked.look().fromTheBeginning(), most, Found::of));
    }

    @Override
    protected List<TableColumn<Row>> columns(TastersAsked asked) {
        var homes = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, CommunityCard::name));
        return List.of(
                TableColumn.<Row>text("category", "taster.desk.category", TasterTable::category)
                        .over("taster.desk.code"),
                TableColumn.text("state", "taster.desk.state", TasterTable::state),
                TableColumn.<Row>text(
                                "who",
                                "taster.desk.who",
                                it -> TableCell.of(it.who().name())
                                        .over(it.who().maskedPhone()))
                        .over("taster.desk.phone"),
                TableColumn.<Row>text(
                                "appointed",
                                "taster.desk.appointed",
                                it -> TableCell.of(it.taster().appointed())
                                        .over(homes.getOrDefault(it.taster().community(), "")))
                        .over("taster.desk.community")
                        .sorted(true),
                TableColumn.number("finds", "taster.desk.finds", it -> TableCell.of(it.finds())),
                TableColumn.number("listed", "taster.desk.listed", it -> TableCell.of(it.listed())));
    }

    @Override
    protected List<TableFilter> filters(TastersAsked asked) {
        return List.of(
                TableFilter.search("taster.desk.search"),
                TableFilter.choice(
                        "state",
                        "taster.desk.state",
                        "taster.desk.any-state",
                        TableFilter.each(State.values(), "taster.desk.state.")),
                communities.filter("taster.desk.community", "taster.desk.any-community"),
                TableFilter.day("from", "taster.desk.from"),
                TableFilter.day("to", "taster.desk.to"));
    }

    private Table.Sift sift(TastersAsked asked) {
        var look = asked.look();
        var state = look.picked("state");
        var states = Arrays.stream(State.values()).map(Enum::name).toList();
        if (!state.isEmpty() && !states.contains(state)) {
            throw new Invalid("state", "one-of", String.join(", ", states));
        }
        var sift = new Table.Sift("taster s", "s.id", Map.of("appointed", "s.appointed_at"))
                .where("(s.code = upper(:q) or strpos(s.category, :q) > 0)", "q", look.picked("q"))
                .where("s.community_id = :community", "community", communities.pickedId(look.picked("community")))
                .on(DayRange.read(asked.from(), asked.to()), "s.appointed_at");
        return state.isEmpty()
                ? sift
                : sift.where("case when s.ended_at is null then 'ACTIVE' else 'ENDED' end = :state", "state", state);
    }

    private List<Row> named(List<Found> found) {
        var people = members.cards(
                found.stream().map(it -> it.taster().member()).distinct().toList());
        return found.stream()
                .flatMap(it -> Stream.ofNullable(people.get(it.taster().member()))
                        .map(who -> new Row(it.taster(), who, it.finds(), it.listed())))
                .toList();
    }

    private static TableCell category(Row it) {
        var taster = it.taster();
        return TableCell.of(taster.category())
                .over(taster.code().value())
                .opening(TastersAsked.PATH + "/" + taster.code());
    }

    private static TableCell state(Row it) {
        boolean active = it.taster().isActive();
        return TableCell.of(TableCell.word("taster.desk.state." + (active ? "ACTIVE" : "ENDED")))
                .toned(active ? "good" : "plain");
    }
}
