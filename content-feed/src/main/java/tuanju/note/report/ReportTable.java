package tuanju.note.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import tuanju.note.report.ReportRows.Report;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of reports, on its page and in its files. */
@Controller
class ReportTable extends DeskTable<ReportsAsked, Report> {

    private static final int MOST_TOGETHER = 1_000;

    private final ReportRows rows;
    private final DecidingTogether together;

    ReportTable(Tables tables, ReportRows rows, DecidingTogether together) {
        super(tables, new Sign("reports", "note.report", "all-done"));
        this.rows = rows;
        this.together = together;
    }

    @Override
    protected List<Act<Report>> acts() {
        return List.of(
                new Act<>("keep", true, MOST_TOGETHER, (found, by) -> together.refused(found, false, by)),
                new Act<>("hide", true, MOST_TOGETHER, (found, by) -> together.refused(found, true, by)));
    }

    @Override
    protected String key(Report row) {
        return row.id().toString();
    }

    @Override
    protected List<Report> still(ReportsAsked asked, Collection<String> keys) {
        return rows.among(
                asked.isOpenOnly(), keys.stream().map(ReportsAsked::id).toList());
    }

    @Override
    protected ReportsAsked everything() {
        return question("state=all");
    }

    @Override
    protected Table.Rows<Report> page(ReportsAsked asked) {
        var found = rows.page(asked.isOpenOnly(), asked.behind(), ReportsAsked.PAGE + 1);
        var all = rows.count(asked.isOpenOnly());
        var shown = found.stream().limit(ReportsAsked.PAGE).toList();
        var next = found.size() > ReportsAsked.PAGE ? shown.getLast().id().toString() : null;
        return new Table.Rows<>(
                shown, next, Map.of("about", TableCell.word("note.report.total", all)), Tables.MOST_ROWS, all);
    }

    @Override
    protected List<Report> all(ReportsAsked asked, int most) {
        return rows.page(asked.isOpenOnly(), null, most);
    }

    @Override
    protected List<TableFilter> filters(ReportsAsked asked) {
        var states = Stream.of(new TableFilter.Choice("all", TableCell.word("note.report.all")));
        return List.of(TableFilter.choice("state", "note.report.state", "note.report.open", states));
    }

    @Override
    protected List<TableColumn<Report>> columns(ReportsAsked asked) {
        return List.of(
                TableColumn.<Report>text("about", "note.report.about", ReportTable::about)
                        .over("note.report.kind"),
                TableColumn.<Report>text(
                                "reason",
                                "note.report.reason",
                                it -> TableCell.of(reason(it)).over(it.words()))
                        .over("note.report.words"),
                TableColumn.number("reports", "note.report.count", it -> TableCell.of(it.reports())),
                TableColumn.text("reported", "note.report.reported", it -> TableCell.of(it.reported())),
                TableColumn.<Report>text("decision", "note.report.decision", ReportTable::decision)
                        .over("note.report.why"));
    }

    private static TableCell about(Report it) {
        return TableCell.of(it.title())
                .over(TableCell.word("note.report.kind." + (it.comment() == null ? "NOTE" : "COMMENT")))
                .opening(ReportsAsked.PATH + "/" + it.id());
    }

    private static Object reason(Report it) {
        return TableCell.word("note.report.reason." + it.reason());
    }

    private static TableCell decision(Report it) {
        var decision = it.decision();
        var why = it.decidedReason();
        return TableCell.of(TableCell.word("note.report.decision." + (decision == null ? "NONE" : decision)))
                .over(why == null ? "" : why)
                .toned(decision == null ? "hurry" : "plain");
    }
}
