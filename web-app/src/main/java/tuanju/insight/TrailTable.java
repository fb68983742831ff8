package tuanju.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.util.UriComponentsBuilder;
import tuanju.audit.AuditEntry;
import tuanju.audit.AuditSearch;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.insight.TrailTable.Found;
import tuanju.member.MemberCard;
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

/** The operator's table of the audit trail: who did what to whom, and when. */
@Controller
class TrailTable extends DeskTable<TrailAsked, Found> {

    private final AuditTrail trail;
    private final AuditSearch search;
    private final Subjects subjects;
    private final Members members;

    /** An entry with the names in it; who is null is gone. */
    record Found(AuditEntry entry, @Nullable String who, Subject subject, Subject detail) {}

    TrailTable(Tables tables, AuditTrail trail, AuditSearch search, Subjects subjects, Members members) {
        super(tables, new Sign("audit", "insight.trail", "no-results"));
        this.trail = trail;
        this.search = search;
        this.subjects = subjects;
        this.members = members;
    }

    @Override
    protected Table.Rows<Found> page(TrailAsked asked) {
        var wanted = wanted(asked);
        var found = named(search.find(wanted, turn(asked.look(), TrailAsked.PAGE + 1)));
        return Table.cut(
                found,
                TrailAsked.PAGE,
                it -> it.entry().id().toString(),
                Table.counted("all".equals(asked.sum()), most -> search.count(wanted, most)),
                it -> Map.of("act", TableCell.word("insight.trail.total", it.rows())));
    }

    @Override
    protected List<Found> all(TrailAsked asked, int most) {
        return named(search.find(wanted(asked), turn(asked.look().fromTheBeginning(), most)));
    }

    @Override
    protected List<TableColumn<Found>> columns(TrailAsked asked) {
        return List.of(
                TableColumn.<Found>text("act", "insight.trail.action", TrailTable::act)
                        .over("insight.trail.detail"),
                TableColumn.<Found>text(
                                "at",
                                "insight.trail.at",
                                it -> TableCell.of(it.entry().at()))
                        .sorted(true),
                TableColumn.text("who", "insight.trail.actor", TrailTable::who),
                TableColumn.<Found>text("subject", "insight.trail.subject.column", TrailTable::subject)
                        .over("insight.trail.kind"));
    }

    @Override
    protected List<TableFilter> filters(TrailAsked asked) {
        var acts = trail.actions().stream()
                .map(it -> new TableFilter.Choice(it, TableCell.wordOr(it, "insight.act." + it)));
        return List.of(
                new TableFilter("subject", "insight.trail.subject", "search", List.of()),
                TableFilter.choice("action", "insight.trail.action", "insight.trail.anyAction", acts),
                TableFilter.day("from", "insight.trail.from"),
                TableFilter.day("to", "insight.trail.to"),
                TableFilter.kept("actor", "insight.trail.of-actor"));
    }

    private static AuditSearch.Wanted wanted(TrailAsked asked) {
        var look = asked.look();
        var days = DayRange.read(asked.from(), asked.to());
        return new AuditSearch.Wanted(
                id("actor", look.picked("actor")),
                look.picked("action"),
                look.picked("subject"),
                days.begin(),
                days.end());
    }

    private static AuditSearch.Turn turn(TableLook look, int most) {
        if (!look.column().equals("at")) {
            throw new Invalid("sort", "one-of", "at");
        }
        var after = look.after();
        return new AuditSearch.Turn(look.largestFirst(), id("after", after == null ? "" : after), most);
    }

    private static @Nullable UUID id(String field, String typed) {
        return typed.isEmpty() ? null : Table.rowId(field, typed);
    }

    private List<Found> named(List<AuditEntry> entries) {
        var said = subjects.of(entries);
        var people =
                members
                        .cards(entries.stream()
                                .map(it -> new MemberId(it.actor()))
                                .distinct()
                                .toList())
                        .values()
                        .stream()
                        .collect(Collectors.toMap(it -> it.id().value(), MemberCard::name));
        return entries.stream()
                .map(it ->
                        new Found(it, people.get(it.actor()), subject(said, it.subject()), subject(said, it.detail())))
                .toList();
    }

    private static Subject subject(Map<String, Subject> said, String written) {
        return said.getOrDefault(written, Subject.of(written));
    }

    private static TableCell act(Found it) {
        var action = it.entry().action();
        var name = it.detail().name();
        return TableCell.of(TableCell.wordOr(action, "insight.act." + action))
                .over(name == null ? it.detail().written() : name)
                .opening(only("action", action));
    }

    private static TableCell who(Found it) {
        var who = it.who();
        return TableCell.of(who == null ? TableCell.word("insight.trail.somebody") : who)
                .opening(only("actor", it.entry().actor().toString()));
    }

    private static TableCell subject(Found it) {
        var kind = it.subject().kind();
        return TableCell.of(it.subject().shown())
                .over(kind.isEmpty() ? "" : TableCell.wordOr(kind, "insight.subject." + kind))
                .opening(only("subject", it.entry().subject()));
    }

    private static String only(String filter, String value) {
        return UriComponentsBuilder.fromPath(TrailAsked.PATH)
                .queryParam(filter, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUriString();
    }
}
