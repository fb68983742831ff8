package tuanju.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import tuanju.community.CommunityTable.Found;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of open communities: where they are, who leads them and where one collects. */
@Controller
class CommunityTable extends DeskTable<CommunitiesAsked, Found> {

    private static final String COLUMNS = """
        c.id, c.short_code, c.name, c.place, c.created_at,
            (select count(*) from leader l where l.community_id = c.id and l.revoked_at is null) as leaders,
            (select count(*) from pickup_point p where p.community_id = c.id and p.closed_at is null) as points
        """;

    private final JdbcClient jdbc;

    /** A community with how many lead it and hand over in it. */
    record Found(UUID id, String code, String name, String place, Instant since, int leaders, int points) {}

    CommunityTable(Tables tables, JdbcClient jdbc) {
        super(
                tables,
                new Sign(
                        "communities",
                        "community.all",
                        "no-list",
                        List.of(new Sign.Way(CommunitiesAsked.PATH + "/new", "community.desk.new"))));
        this.jdbc = jdbc;
    }

    @Override
    protected Table.Rows<Found> page(CommunitiesAsked asked) {
        var sift = sift(asked);
        return Table.cut(
                sift.rows(jdbc, COLUMNS, asked.look(), CommunitiesAsked.PAGE + 1, CommunityTable::found),
                CommunitiesAsked.PAGE,
                it -> it.id().toString(),
                sift.sums(jdbc, "0", "all".equals(asked.sum())),
                it -> Map.of("community", TableCell.word("community.all.total", it.rows())));
    }

    @Override
    protected List<Found> all(CommunitiesAsked asked, int most) {
        return sift(asked).rows(jdbc, COLUMNS, asked.look().fromTheBeginning(), most, CommunityTable::found);
    }

    @Override
    protected List<TableColumn<Found>> columns(CommunitiesAsked asked) {
        return List.of(
                TableColumn.<Found>text(
                                "community",
                                "community.desk.name",
                                it -> TableCell.of(it.name())
                                        .over(it.place())
                                        .opening(CommunitiesAsked.PATH + "/" + it.code()))
                        .over("community.desk.field.place")
                        .sorted(true),
                TableColumn.text("code", "community.desk.code", it -> TableCell.of(it.code())),
                TableColumn.<Found>text("since", "community.desk.since", it -> TableCell.of(it.since()))
                        .sorted(true),
                TableColumn.number(
                        "leaders",
                        "community.desk.leaders",
                        it -> TableCell.of(it.leaders()).opening("/operate/leaders?community=" + it.code())),
                TableColumn.number("points", "community.desk.points", it -> TableCell.of(it.points())),
                TableColumn.text(
                        "orders",
                        "community.all.orders",
                        it -> TableCell.of(TableCell.word("community.all.to-orders"))
                                .opening("/operate/orders?community=" + it.code())));
    }

    @Override
    protected List<TableFilter> filters(CommunitiesAsked asked) {
        return List.of(
                TableFilter.search("community.all.search"),
                TableFilter.day("from", "community.all.from"),
                TableFilter.day("to", "community.all.to"));
    }

    private static Table.Sift sift(CommunitiesAsked asked) {
        return new Table.Sift("community c", "c.id", Map.of("community", "c.name", "since", "c.created_at"))
                .where("c.closed_at is null")
                .where(
                        "strpos(lower(concat_ws(' ', c.name, c.place, c.short_code)), lower(:q)) > 0",
                        "q",
                        asked.look().picked("q"))
                .on(DayRange.read(asked.from(), asked.to()), "c.created_at");
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getString("short_code"),
                row.getString("name"),
                row.getString("place"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("leaders"),
                row.getInt("points"));
    }
}
