package tuanju.conduct;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import tuanju.community.Communities;
import tuanju.conduct.Judging.Decision;
import tuanju.member.MemberId;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's queue of what is not right, on its page and in its files. */
@Controller
class QueueTable extends DeskTable<CasesAsked, Case> {

    private static final int MOST_TOGETHER = 1_000;

    private final Queue queue;
    private final Judging deciding;
    private final Communities communities;
    private final Clock clock;

    QueueTable(Tables tables, Queue queue, Judging deciding, Communities communities, Clock clock) {
        super(
                tables,
                new Sign(
                        "reports",
                        "conduct.desk",
                        "all-done",
                        List.of(new Sign.Way("/decisions", "conduct.decisions"))));
        this.queue = queue;
        this.deciding = deciding;
        this.communities = communities;
        this.clock = clock;
    }

    @Override
    protected List<Act<Case>> acts() {
        return List.of(
                new Act<>("keep", true, MOST_TOGETHER, (found, by) -> together(found, false, by)),
                new Act<>("hide", true, MOST_TOGETHER, (found, by) -> together(found, true, by)));
    }

    /** Hidden for what most readers of each say; a reason that such a thing is not hidden for leaves it. */
    private Map<String, String> together(List<Case> found, boolean hide, Doer by) {
        var refused = new HashMap<String, String>();
        for (var reason : hide ? List.of(Reason.values()) : List.of(Reason.OTHER)) {
            var same = found.stream()
                    .filter(it -> !hide || Reason.of(it) == reason)
                    .toList();
            if (!same.isEmpty()) {
                var decision = new Decision(hide, hide ? reason : null, by.reason(), new MemberId(by.member()));
                deciding.together(same, decision)
                        .forEach((id, why) -> refused.put(id.toString(), "refusal." + why.getType()));
            }
        }
        return refused;
    }

    @Override
    protected String key(Case row) {
        return row.id().toString();
    }

    @Override
    protected List<Case> still(CasesAsked asked, Collection<String> keys) {
        return queue.among(asked, keys.stream().map(Table::rowId).toList());
    }

    @Override
    protected CasesAsked everything() {
        return question("state=all");
    }

    @Override
    protected Table.Rows<Case> page(CasesAsked asked) {
        return Table.cut(
                queue.page(asked, null, CasesAsked.PAGE + 1),
                CasesAsked.PAGE,
                this::key,
                queue.count(asked, null),
                it -> Map.of("about", TableCell.word("conduct.desk.total", it.rows())));
    }

    @Override
    protected List<Case> all(CasesAsked asked, int most) {
        return queue.page(asked, null, most);
    }

    @Override
    protected List<TableFilter> filters(CasesAsked asked) {
        var states = Stream.of("held", "late", "appealed", "all")
                .map(it -> new TableFilter.Choice(it, TableCell.word("conduct.state." + it)));
        return List.of(
                TableFilter.choice("state", "conduct.state", "conduct.state.open", states),
                communities.filter("conduct.community", "conduct.community.all"));
    }

    @Override
    protected List<TableColumn<Case>> columns(CasesAsked asked) {
        return List.of(
                TableColumn.<Case>text("about", "conduct.about", QueueTable::about)
                        .over("conduct.kind"),
                TableColumn.<Case>text(
                                "reason",
                                "conduct.reason",
                                it -> TableCell.of(what(it)).over(it.said()))
                        .over("conduct.words"),
                TableColumn.number("reports", "conduct.reports", it -> TableCell.of(it.reports())),
                TableColumn.text("due", "conduct.due", this::due),
                TableColumn.<Case>text("decision", "conduct.decision", QueueTable::decision)
                        .over("conduct.why"));
    }

    private static TableCell about(Case it) {
        return TableCell.of(it.title())
                .over(TableCell.word("conduct.kind." + it.kind()))
                .opening(CasesAsked.PATH + "/" + it.id());
    }

    /** The gravest of what readers say; where nobody said anything, what a rule found. */
    private static Object what(Case it) {
        return it.reasons().isEmpty()
                ? TableCell.word("conduct.rule."
                        + (it.rules().isEmpty() ? "NONE" : it.rules().getFirst()))
                : TableCell.word("conduct.reason." + Reason.of(it));
    }

    private TableCell due(Case it) {
        var cell = TableCell.of(it.due()).over(TableCell.word("conduct.severity." + it.severity()));
        return it.isLate(clock.instant()) ? cell.toned("harm") : cell;
    }

    private static TableCell decision(Case it) {
        var outcome = it.outcome();
        var appeal = it.appeal();
        if (outcome == null) {
            return TableCell.of(TableCell.word(it.held() == null ? "conduct.waits" : "conduct.held"))
                    .toned("hurry");
        }
        var word = appeal == null
                ? outcome.hides() ? "hidden" : "kept"
                : appeal.isOpen() ? "appealed" : it.isOverturned() ? "overturned" : "upheld";
        return TableCell.of(TableCell.word("conduct." + word))
                .over(outcome.why())
                .toned(word.equals("appealed") ? "hurry" : "plain");
    }
}
