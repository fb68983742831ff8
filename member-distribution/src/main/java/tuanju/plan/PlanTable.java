package tuanju.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.money.Money;
import tuanju.plan.PlanTable.Row;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of plans: what each costs, how many have it, what was taken for it and what went back. */
@Controller
class PlanTable extends DeskTable<PlansAsked, Row> {

    private static final String ROW = "p.*, " + PlanFigures.COLUMNS;
    private static final String PAID = """
        (select coalesce(sum(s.price_fen - s.refund_fen), 0) from plan_subscription s
            where s.community_id = p.community_id and s.plan_id = p.id and s.paid_at is not null)
        """;
    private static final List<String> STATES = List.of("OPEN", "ENDED");
    private static final List<Sign.Way> WAYS =
            List.of(new Sign.Way(PlanDoors.OPERATORS + "/new", "plan.new"), new Sign.Way("/operate/law", "plan.law"));

    private final JdbcClient jdbc;
    private final Communities communities;

    /** One of them. */
    record Row(Plan plan, Instant made, int running, int taken, Money paid, Money returned) {}

    PlanTable(Tables tables, JdbcClient jdbc, Communities communities) {
        super(tables, new Sign("plans", "plan.desk", "no-list", WAYS));
        this.jdbc = jdbc;
        this.communities = communities;
    }

    @Override
    protected Table.Rows<Row> page(PlansAsked asked) {
        var sift = sift(asked);
        var found = sift.rows(jdbc, ROW, asked.look(), PlansAsked.PAGE + 1, PlanTable::row);
        return Table.cut(
                found,
                PlansAsked.PAGE,
                it -> it.plan().id().toString(),
                sift.sums(jdbc, PAID, "all".equals(asked.sum())),
                it -> Map.of("plan", TableCell.word("plan.desk.total", it.rows()), "paid", it.money()));
    }

    @Override
    protected List<Row> all(PlansAsked asked, int most) {
        return sift(asked).rows(jdbc, ROW, asked.look().fromTheBeginning(), most, PlanTable::row);
    }

    @Override
    protected List<TableColumn<Row>> columns(PlansAsked asked) {
        var homes = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, CommunityCard::name));
        return List.of(
                TableColumn.<Row>text("plan", "plan.desk.plan", PlanTable::plan).over("plan.desk.code"),
                TableColumn.text("state", "plan.desk.state", PlanTable::state),
                TableColumn.<Row>text(
                                "made",
                                "plan.desk.made",
                                it -> TableCell.of(it.made())
                                        .over(homes.getOrDefault(it.plan().community(), "")))
                        .over("plan.desk.community")
                        .sorted(true),
                TableColumn.<Row>number(
                                "price",
                                "plan.desk.price",
                                it -> TableCell.of(it.plan().terms().price())
                                        .over(it.plan().terms().days()))
                        .over("plan.desk.days"),
                TableColumn.<Row>number(
                                "running",
                                "plan.desk.running",
                                it -> TableCell.of(it.running()).over(it.taken()))
                        .over("plan.desk.taken"),
                TableColumn.<Row>number(
                                "paid",
                                "plan.desk.paid",
                                it -> TableCell.of(it.paid().minus(it.returned()))
                                        .over(it.returned()))
                        .over("plan.desk.returned"));
    }

    @Override
    protected List<TableFilter> filters(PlansAsked asked) {
        var states = STATES.stream().map(it -> new TableFilter.Choice(it, TableCell.word("plan.state." + it)));
        return List.of(
                TableFilter.search("plan.desk.search"),
                TableFilter.choice("state", "plan.desk.state", "plan.desk.any-state", states),
                communities.filter("plan.desk.community", "plan.desk.any-community"),
                TableFilter.day("from", "plan.desk.from"),
                TableFilter.day("to", "plan.desk.to"));
    }

    private Table.Sift sift(PlansAsked asked) {
        var look = asked.look();
        var state = look.picked("state");
        if (!state.isEmpty() && !STATES.contains(state)) {
            throw new Invalid("state", "one-of", String.join(", ", STATES));
        }
        var sift = new Table.Sift("plan p", "p.id", Map.of("made", "p.made_at"))
                .where("p.code = upper(:q)", "q", look.picked("q"))
                .where("p.community_id = :community", "community", communities.pickedId(look.picked("community")))
                .on(DayRange.read(asked.from(), asked.to()), "p.made_at");
        return state.isEmpty() ? sift : sift.where("(p.ended_at is null) = (:state = 'OPEN')", "state", state);
    }

    private static TableCell plan(Row it) {
        var plan = it.plan();
        return TableCell.of(plan.terms().title())
                .over(plan.code().value())
                .opening(PlanDoors.OPERATORS + "/" + plan.code());
    }

    private static TableCell state(Row it) {
        var state = it.plan().isOpen() ? "OPEN" : "ENDED";
        return TableCell.of(TableCell.word("plan.state." + state))
                .toned(it.plan().isOpen() ? "good" : "plain");
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                PlanRows.read(row, number),
                Objects.requireNonNull(row.getTimestamp("made_at")).toInstant(),
                row.getInt("running"),
                row.getInt("taken"),
                Money.ofFen(row.getLong("paid_fen")),
                Money.ofFen(row.getLong("returned_fen")));
    }
}
