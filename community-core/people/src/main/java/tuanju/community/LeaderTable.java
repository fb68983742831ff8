package tuanju.community;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import tuanju.command.Invalid;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.TableLook;
import tuanju.table.Tables;

/** The operator's table of leaders: who leads what, since when, and where it ended why; who would like to stands above it. */
@Controller
class LeaderTable extends DeskTable<LeadersAsked, LeaderLine> {

    private static final List<String> STATES = List.of("ended", "all");

    /** Each is ended by itself, with all that follows. */
    private static final int MOST_TOGETHER = 50;

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Leaders leaders;
    private final LeaderApplications applications;
    private final Members members;

    LeaderTable(
            Tables tables,
            JdbcClient jdbc,
            Communities communities,
            Leaders leaders,
            LeaderApplications applications,
            Members members) {
        super(
                tables,
                new Sign(
                        "leaders",
                        "community.led",
                        "no-list",
                        List.of(new Sign.Way("/operate/service-fees", "community.leaders.fees"))));
        this.jdbc = jdbc;
        this.communities = communities;
        this.leaders = leaders;
        this.applications = applications;
        this.members = members;
    }

    @Override
    protected Table.Rows<LeaderLine> page(LeadersAsked asked) {
        var sift = sift(asked);
        return Table.cut(
                named(sift.rows(jdbc, LeaderLine.COLUMNS, asked.look(), LeadersAsked.PAGE + 1, LeaderLine::read)),
                LeadersAsked.PAGE,
                this::key,
                sift.sums(jdbc, "0", "all".equals(asked.sum())),
                it -> Map.of("leader", TableCell.word("community.led.total", it.rows())));
    }

    @Override
    protected List<LeaderLine> all(LeadersAsked asked, int most) {
        return named(
                sift(asked).rows(jdbc, LeaderLine.COLUMNS, asked.look().fromTheBeginning(), most, LeaderLine::read));
    }

    @Override
    protected List<Act<LeaderLine>> acts() {
        return List.of(new Act<>("end", true, MOST_TOGETHER, this::ended));
    }

    private Map<String, String> ended(List<LeaderLine> rows, Doer by) {
        var left = new HashMap<String, String>();
        rows.forEach(it -> {
            if (leaders.leads(it.member(), it.community())) {
                leaders.revoke(it.member(), it.community(), new MemberId(by.member()), by.reason());
            } else {
                left.put(key(it), "community.led.act.refused.ended");
            }
        });
        return left;
    }

    @Override
    protected String key(LeaderLine row) {
        return row.key().toString();
    }

    @Override
    protected List<LeaderLine> still(LeadersAsked asked, Collection<String> keys) {
        return named(sift(asked)
                .among(jdbc, LeaderLine.COLUMNS, keys.stream().map(Table::rowId).toList(), LeaderLine::read));
    }

    @Override
    protected LeadersAsked everything() {
        return question("state=all");
    }

    @Override
    protected String shownOn(LeadersAsked asked, Model model) {
        var waiting = applications.waiting();
        model.addAttribute("waiting", waiting);
        model.addAttribute("people", LeaderDeskPages.people(members, waiting));
        return "community/leaders";
    }

    @Override
    protected List<TableColumn<LeaderLine>> columns(LeadersAsked asked) {
        return List.of(
                TableColumn.<LeaderLine>text("leader", "community.leaders.name", LeaderTable::who)
                        .over("community.led.phone"),
                TableColumn.<LeaderLine>text(
                                "community",
                                "community.leaders.community",
                                it -> TableCell.of(it.communityName())
                                        .over(it.shortCode())
                                        .opening("/operate/communities/" + it.shortCode()))
                        .over("community.desk.code"),
                TableColumn.<LeaderLine>text("since", "community.leaders.since", it -> TableCell.of(it.since()))
                        .sorted(true),
                TableColumn.<LeaderLine>text("ended", "community.led.ended", LeaderTable::end)
                        .over("community.led.why"),
                TableColumn.text("score", "community.leaders.scorecard", LeaderTable::scorecard));
    }

    @Override
    protected boolean looksAtPhones() {
        return true;
    }

    @Override
    protected List<TableFilter> filters(LeadersAsked asked) {
        var states = STATES.stream().map(it -> new TableFilter.Choice(it, TableCell.word("community.led.state." + it)));
        return List.of(
                TableFilter.search("community.led.search"),
                TableFilter.choice("state", "community.led.state", "community.leaders.leading", states),
                communities.filter("community.leaders.community", "community.led.any-community"),
                TableFilter.day("from", "community.led.from"),
                TableFilter.day("to", "community.led.to"));
    }

    private Table.Sift sift(LeadersAsked asked) {
        var look = asked.look();
        var words = look.picked("q");
        var sift = new Table.Sift(
                        "leader l join community c on c.id = l.community_id",
                        LeaderLine.KEY,
                        Map.of("since", "l.appointed_at"))
                .where("l.member_id = any(:members)", "members", words.isEmpty() ? null : called(words))
                .where("l.community_id = :community", "community", communities.pickedId(look.picked("community")))
                .on(DayRange.read(asked.from(), asked.to()), "l.appointed_at");
        return switch (look.picked("state")) {
            case "" -> sift.where("l.revoked_at is null");
            case "ended" -> sift.where("l.revoked_at is not null");
            case "all" -> sift;
            default -> throw new Invalid("state", "one-of", String.join(", ", STATES));
        };
    }

    private List<UUID> everyLeader() {
        return jdbc.sql("select distinct member_id from leader")
                .query((row, number) -> row.getObject("member_id", UUID.class))
                .list();
    }

    private UUID[] called(String words) {
        var search = new Members.Search(words, null, everyLeader(), DayRange.ALL);
        return members.search(search, TableLook.of("", Map.of(), "-joined", null), Tables.MOST_ROWS).stream()
                .map(it -> it.card().id().value())
                .toArray(UUID[]::new);
    }

    private List<LeaderLine> named(List<LeaderLine> rows) {
        var people =
                members.cards(rows.stream().map(LeaderLine::member).distinct().toList());
        return rows.stream().map(it -> it.named(people.get(it.member()))).toList();
    }

    private static TableCell who(LeaderLine it) {
        var who = it.who();
        return TableCell.of(who == null ? "–" : who.name())
                .over(who == null ? "" : who.maskedPhone())
                .opening(
                        it.ended() == null
                                ? file(it)
                                : "/operate/members/" + it.member().value());
    }

    private static TableCell end(LeaderLine it) {
        var ended = it.ended();
        return ended == null ? TableCell.NONE : TableCell.of(ended).over(it.why());
    }

    private static TableCell scorecard(LeaderLine it) {
        return it.ended() == null
                ? TableCell.of(TableCell.word("community.leaders.scorecard")).opening(file(it) + "/scorecard")
                : TableCell.NONE;
    }

    private static String file(LeaderLine it) {
        return LeadersAsked.PATH + "/" + it.community().value() + "/"
                + it.member().value();
    }
}
