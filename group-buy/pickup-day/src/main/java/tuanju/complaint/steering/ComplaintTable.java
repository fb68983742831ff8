package tuanju.complaint.steering;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintCard;
import tuanju.complaint.ComplaintKind;
import tuanju.complaint.ComplaintLists;
import tuanju.complaint.ComplaintPhotos;
import tuanju.complaint.ComplaintSettings;
import tuanju.complaint.ComplaintSql;
import tuanju.complaint.Deciding;
import tuanju.complaint.steering.ComplaintTable.Found;
import tuanju.member.MemberCard;
import tuanju.member.Members;
import tuanju.secondword.SecondWords;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of complaints: what is wrong, what is asked, and what became of it. */
@Controller
class ComplaintTable extends DeskTable<ComplaintsAsked, Found> {

    static final List<String> STATES = List.of("WITH_LEADER", "GIVEN", "DECLINED", "all");

    private final JdbcClient jdbc;
    private final ComplaintSettings settings;
    private final ComplaintLists lists;
    private final ComplaintPhotos photos;
    private final SecondWords words;
    private final Communities communities;
    private final Members members;

    /** A complaint, who reported it (null where they are gone), whether it is served first, and waits for a second word. */
    record Found(ComplaintCard card, @Nullable MemberCard reporter, boolean first, boolean proposed) {}

    ComplaintTable(
            Tables tables,
            JdbcClient jdbc,
            ComplaintSettings settings,
            ComplaintLists lists,
            ComplaintPhotos photos,
            SecondWords words,
            Communities communities,
            Members members) {
        super(tables, new Sign("complaints", "complaint.desk", "all-done"));
        this.jdbc = jdbc;
        this.settings = settings;
        this.lists = lists;
        this.photos = photos;
        this.words = words;
        this.communities = communities;
        this.members = members;
    }

    /** Whoever is served first stands first on each page of those that wait. */
    @Override
    protected Table.Rows<Found> page(ComplaintsAsked asked) {
        var sift = sift(asked);
        var found = Table.cut(
                named(sift.rows(
                        jdbc, ComplaintSql.columns(), asked.look(), ComplaintsAsked.PAGE + 1, ComplaintSql::card)),
                ComplaintsAsked.PAGE,
                it -> it.card().id().toString(),
                sift.sums(jdbc, "asked_fen", "all".equals(asked.sum())),
                it -> Map.of("complaint", TableCell.word("complaint.desk.total", it.rows()), "asked", it.money()));
        return asked.isWaiting() ? found.ordered(Found::first) : found;
    }

    @Override
    protected List<Found> all(ComplaintsAsked asked, int most) {
        return named(sift(asked)
                .rows(jdbc, ComplaintSql.columns(), asked.look().fromTheBeginning(), most, ComplaintSql::card));
    }

    @Override
    protected ComplaintsAsked everything() {
        return question("state=all");
    }

    @Override
    protected List<TableColumn<Found>> columns(ComplaintsAsked asked) {
        var homes = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, CommunityCard::name));
        return List.of(
                TableColumn.<Found>text("complaint", "complaint.desk.goods", this::goods)
                        .over("complaint.desk.note"),
                TableColumn.<Found>text("state", "complaint.desk.state", ComplaintTable::state)
                        .over("complaint.kind"),
                TableColumn.<Found>text("reporter", "complaint.desk.reporter", it -> reporter(it, homes))
                        .over("complaint.desk.community"),
                TableColumn.<Found>text(
                                "reported",
                                "complaint.desk.reported",
                                it -> TableCell.of(it.card().reported())
                                        .over(it.first() ? TableCell.word("complaint.first") : ""))
                        .over("complaint.desk.turn")
                        .sorted(true),
                TableColumn.<Found>text("order", "complaint.desk.order-code", ComplaintTable::order),
                TableColumn.<Found>number("asked", "complaint.desk.asked", ComplaintTable::asked)
                        .over("complaint.desk.pieces"),
                TableColumn.<Found>number("given", "complaint.desk.given", ComplaintTable::given),
                TableColumn.text(
                        "answer",
                        "complaint.desk.said",
                        it -> TableCell.of(it.card().answer())));
    }

    @Override
    protected List<TableFilter> filters(ComplaintsAsked asked) {
        var states =
                STATES.stream().map(it -> new TableFilter.Choice(it, TableCell.word("complaint.desk.state." + it)));
        return List.of(
                TableFilter.search("complaint.desk.search"),
                TableFilter.choice("state", "complaint.desk.state", "complaint.desk.waiting", states),
                TableFilter.choice(
                        "kind",
                        "complaint.kind",
                        "complaint.desk.any-kind",
                        TableFilter.each(ComplaintKind.values(), "complaint.kind.")),
                communities.filter("complaint.desk.community", "complaint.desk.any-community"),
                TableFilter.day("from", "complaint.desk.from"),
                TableFilter.day("to", "complaint.desk.to"));
    }

    private Table.Sift sift(ComplaintsAsked asked) {
        var look = asked.look();
        var kind = TableFilter.picked(ComplaintKind.class, "kind", asked.kind());
        return in(
                look.picked("state"),
                new Table.Sift("complaint", "id", Map.of("reported", "reported_at"))
                        .where("true", "turn", (double) settings.leaderTurn().toSeconds())
                        .where("order_code = upper(:q)::bpchar", "q", look.picked("q"))
                        .where("kind = :kind", "kind", kind.map(Enum::name).orElse(null))
                        .where("community_id = :community", "community", communities.pickedId(look.picked("community")))
                        .on(DayRange.read(asked.from(), asked.to()), "reported_at"));
    }

    private static Table.Sift in(String state, Table.Sift sift) {
        return switch (state) {
            case "" -> sift.where("status = 'WAITING' and not (" + ComplaintSql.WITH_LEADER + ")");
            case "WITH_LEADER" -> sift.where("status = 'WAITING' and " + ComplaintSql.WITH_LEADER);
            case "GIVEN", "DECLINED" -> sift.where("status = :state", "state", state);
            case "all" -> sift;
            default -> throw new Invalid("state", "one-of", String.join(", ", STATES));
        };
    }

    private List<Found> named(List<ComplaintCard> cards) {
        var people = members.cards(
                cards.stream().map(ComplaintCard::reporter).distinct().toList());
        var first = lists.first(cards);
        var waiting = cards.stream()
                .filter(ComplaintCard::waiting)
                .map(ComplaintCard::id)
                .toList();
        Set<UUID> proposed = waiting.isEmpty() ? Set.of() : new HashSet<>(words.waitingAmong(Deciding.KIND, waiting));
        return cards.stream()
                .map(it ->
                        new Found(it, people.get(it.reporter()), first.contains(it.id()), proposed.contains(it.id())))
                .toList();
    }

    private TableCell goods(Found it) {
        var about = it.card().about();
        var cell = TableCell.of(about.title())
                .over(about.note())
                .opening(ComplaintsAsked.PATH + "/" + it.card().community().value() + "/"
                        + it.card().id());
        var photo = photos.url(about, 96);
        return photo == null ? cell : cell.pictured(photo);
    }

    private static TableCell state(Found it) {
        var word = it.proposed()
                ? "complaint.desk.second-word"
                : "complaint.desk.state." + it.card().standing();
        return TableCell.of(TableCell.word(word))
                .over(TableCell.word("complaint.kind." + it.card().about().kind()))
                .toned(
                        switch (it.card().status()) {
                            case WAITING -> "hurry";
                            case GIVEN -> "good";
                            case DECLINED -> "plain";
                        });
    }

    private static TableCell reporter(Found it, Map<CommunityId, String> homes) {
        var reporter = it.reporter();
        return TableCell.of(reporter == null ? "" : reporter.name())
                .over(homes.getOrDefault(it.card().community(), ""))
                .opening(
                        reporter == null
                                ? null
                                : "/operate/members/" + reporter.id().value());
    }

    private static TableCell order(Found it) {
        var about = it.card().about();
        return TableCell.of(about.orderCode())
                .opening("/operate/orders/" + it.card().community().value() + "/" + about.order());
    }

    private static TableCell asked(Found it) {
        return TableCell.of(it.card().about().asked()).over(it.card().about().pieces());
    }

    private static TableCell given(Found it) {
        var given = it.card().given();
        return given.isZero() ? TableCell.NONE : TableCell.of(given);
    }
}
