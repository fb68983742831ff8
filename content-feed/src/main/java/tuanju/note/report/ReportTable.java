package tuanju.note.report;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tuanju.note.report.ReportRows.Report;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.TableLook;

/** The operator's table of reports, on its page and in its files. */
@Component
class ReportTable {

    Table<Report> of(TableLook look, Table.Rows<Report> found) {
        var states = Stream.of(new TableFilter.Choice("all", TableCell.word("note.report.all")));
        var filters = List.of(TableFilter.choice("state", "note.report.state", "note.report.open", states));
        return Table.of(look, filters, columns(), found);
    }

    List<TableColumn<Report>> columns() {
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
