package tuanju.payment.deciding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.MemberId;
import tuanju.payment.MoneyWatch;
import tuanju.payment.cases.ExceptionCase;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of money that waits for a person; refunds that take long stand below those that wait. */
@Controller
class CaseTable extends DeskTable<CasesAsked, CaseDesk.Case> {

    private static final List<String> STATES = List.of("settled", "all");

    /** Each is settled by itself, with the money that is done by it. */
    private static final int MOST_TOGETHER = 50;

    private static final int MOST_SLOW = 50;

    /** Settling one of these says that somebody has their money: that is said of each on its own page. */
    private static final Set<ExceptionCase.Kind> BOOKING =
            Set.of(ExceptionCase.Kind.REFUND_TOO_OLD, ExceptionCase.Kind.TRANSFER_BY_HAND);

    private final JdbcClient jdbc;
    private final CaseDesk desk;
    private final MoneyWatch watch;
    private final Communities communities;

    CaseTable(Tables tables, JdbcClient jdbc, CaseDesk desk, MoneyWatch watch, Communities communities) {
        super(
                tables,
                new Sign(
                        "exceptions",
                        "payment.cases",
                        "all-done",
                        List.of(new Sign.Way("/operate/bills", "payment.bills.title"))));
        this.jdbc = jdbc;
        this.desk = desk;
        this.watch = watch;
        this.communities = communities;
    }

    @Override
    protected Table.Rows<CaseDesk.Case> page(CasesAsked asked) {
        var sift = sift(asked);
        return Table.cut(
                sift.rows(jdbc, "e.*", asked.look(), CasesAsked.PAGE + 1, CaseDesk::read),
                CasesAsked.PAGE,
                this::key,
                sift.sums(jdbc, "e.amount_fen", "all".equals(asked.sum())),
                it -> Map.of("case", TableCell.word("payment.cases.total", it.rows()), "amount", it.money()));
    }

    @Override
    protected List<CaseDesk.Case> all(CasesAsked asked, int most) {
        return sift(asked).rows(jdbc, "e.*", asked.look().fromTheBeginning(), most, CaseDesk::read);
    }

    @Override
    protected List<Act<CaseDesk.Case>> acts() {
        return List.of(new Act<>("settle", true, MOST_TOGETHER, this::settled));
    }

    private Map<String, String> settled(List<CaseDesk.Case> found, Doer by) {
        if (found.stream().map(it -> it.about().kind()).distinct().count() > 1) {
            throw new Invalid("rows", "cases-of-one-kind");
        }
        var left = new HashMap<String, String>();
        found.forEach(it -> {
            var about = it.about();
            if (BOOKING.contains(about.kind())) {
                left.put(key(it), "payment.cases.act.by-itself");
            } else if (!desk.isSettled(about.community(), about.id(), by.reason(), new MemberId(by.member()))) {
                left.put(key(it), "payment.cases.act.was-settled");
            }
        });
        return left;
    }

    @Override
    protected String key(CaseDesk.Case row) {
        return row.about().id().toString();
    }

    @Override
    protected List<CaseDesk.Case> still(CasesAsked asked, Collection<String> keys) {
        return sift(asked).among(jdbc, "e.*", keys.stream().map(Table::rowId).toList(), CaseDesk::read);
    }

    @Override
    protected CasesAsked everything() {
        return question("state=all");
    }

    @Override
    protected String shownOn(CasesAsked asked, Model model) {
        var waiting = asked.look().picked("state").isEmpty();
        model.addAttribute("slow", waiting ? watch.slowest(MOST_SLOW) : List.of());
        model.addAttribute("slowCount", waiting ? watch.slowRefunds() : 0);
        return "payment/cases";
    }

    @Override
    protected List<TableColumn<CaseDesk.Case>> columns(CasesAsked asked) {
        var homes = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, CommunityCard::name));
        return List.of(
                TableColumn.<CaseDesk.Case>text("case", "payment.cases.case", CaseTable::about)
                        .over("payment.cases.reference"),
                TableColumn.text("state", "payment.cases.state", CaseTable::state),
                TableColumn.<CaseDesk.Case>text(
                                "opened",
                                "payment.cases.opened",
                                it -> TableCell.of(it.about().opened())
                                        .over(homes.getOrDefault(it.about().community(), "")))
                        .over("payment.cases.community")
                        .sorted(true),
                TableColumn.<CaseDesk.Case>text("provider", "payment.cases.provider", CaseTable::provider)
                        .over("payment.cases.detail"),
                TableColumn.number(
                        "amount",
                        "payment.cases.amount",
                        it -> TableCell.of(it.about().amount())),
                TableColumn.<CaseDesk.Case>text("settled", "payment.cases.settled-at", CaseTable::settlement)
                        .over("payment.cases.settlement"));
    }

    @Override
    protected List<TableFilter> filters(CasesAsked asked) {
        var states = STATES.stream().map(it -> new TableFilter.Choice(it, TableCell.word("payment.cases.state." + it)));
        return List.of(
                TableFilter.search("payment.cases.search"),
                TableFilter.choice("state", "payment.cases.state", "payment.cases.open", states),
                TableFilter.choice(
                        "kind",
                        "payment.cases.case",
                        "payment.cases.any-kind",
                        TableFilter.each(ExceptionCase.Kind.values(), "payment.kind.")),
                communities.filter("payment.cases.community", "payment.cases.any-community"),
                TableFilter.day("from", "payment.cases.from"),
                TableFilter.day("to", "payment.cases.to"));
    }

    private Table.Sift sift(CasesAsked asked) {
        var look = asked.look();
        var state = look.picked("state");
        if (!state.isEmpty() && !STATES.contains(state)) {
            throw new Invalid("state", "one-of", String.join(", ", STATES));
        }
        var kind = TableFilter.picked(ExceptionCase.Kind.class, "kind", asked.kind());
        var sift = new Table.Sift("exception_case e", "e.id", Map.of("opened", "e.opened_at"))
                .where("e.reference = :q", "q", look.picked("q"))
                .where("e.kind = :kind", "kind", kind.map(Enum::name).orElse(null))
                .where("e.community_id = :community", "community", communities.pickedId(look.picked("community")))
                .on(DayRange.read(asked.from(), asked.to()), "e.opened_at");
        return state.equals("all")
                ? sift
                : sift.where(state.isEmpty() ? "e.settled_at is null" : "e.settled_at is not null");
    }

    private static TableCell about(CaseDesk.Case it) {
        var about = it.about();
        return TableCell.of(TableCell.word("payment.kind." + about.kind()))
                .over(about.reference())
                .opening(CasesAsked.PATH + "/" + about.community().value() + "/" + about.id());
    }

    private static TableCell state(CaseDesk.Case it) {
        return TableCell.of(TableCell.word(it.isOpen() ? "payment.cases.open" : "payment.cases.done"))
                .toned(it.isOpen() ? "harm" : "good");
    }

    private static TableCell provider(CaseDesk.Case it) {
        var provider = it.about().provider();
        return TableCell.of(TableCell.wordOr(provider, "payment.provider." + provider))
                .over(it.about().detail());
    }

    private static TableCell settlement(CaseDesk.Case it) {
        var settled = it.settled();
        var words = it.settlement();
        return settled == null ? TableCell.NONE : TableCell.of(settled).over(words == null ? "" : words);
    }
}
