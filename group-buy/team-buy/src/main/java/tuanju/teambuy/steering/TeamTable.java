package tuanju.teambuy.steering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import tuanju.catalog.Catalog;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.money.Money;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;
import tuanju.teambuy.TeamStatus;
import tuanju.teambuy.steering.TeamTable.Found;

/** The operator's table of teams: what is bought, who opened it, how far it is, and the orders behind it. */
@Controller
class TeamTable extends DeskTable<TeamsAsked, Found> {

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Catalog catalog;
    private final Members members;

    /** A team's row. */
    record Row(
            CommunityId community,
            UUID id,
            String code,
            SkuId sku,
            MemberId opener,
            Money price,
            int size,
            int taken,
            int paid,
            TeamStatus status,
            Instant opened,
            Instant deadline) {}

    /** A team, what is bought and who opened it. */
    record Found(Row team, @Nullable SkuCard sku, @Nullable MemberCard opener) {}

    TeamTable(Tables tables, JdbcClient jdbc, Communities communities, Catalog catalog, Members members) {
        super(tables, new Sign("teams", "teambuy.teams", "no-list"));
        this.jdbc = jdbc;
        this.communities = communities;
        this.catalog = catalog;
        this.members = members;
    }

    @Override
    protected Table.Rows<Found> page(TeamsAsked asked) {
        var sift = sift(asked);
        var found = sift.rows(jdbc, "t.*", asked.look(), TeamsAsked.PAGE + 1, TeamTable::row);
        return Table.cut(
                named(found),
                TeamsAsked.PAGE,
                it -> it.team().id().toString(),
                sift.sums(jdbc, "t.price_fen * t.seats_paid", "all".equals(asked.sum())),
                it -> Map.of("team", TableCell.word("teambuy.teams.total", it.rows()), "amount", it.money()));
    }

    @Override
    protected List<Found> all(TeamsAsked asked, int most) {
        return named(sift(asked).rows(jdbc, "t.*", asked.look().fromTheBeginning(), most, TeamTable::row));
    }

    @Override
    protected List<TableColumn<Found>> columns(TeamsAsked asked) {
        var homes = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, it -> it));
        return List.of(
                TableColumn.<Found>text("team", "teambuy.teams.team", TeamTable::team)
                        .over("teambuy.teams.goods"),
                TableColumn.text("state", "teambuy.teams.state", TeamTable::state),
                TableColumn.<Found>text("opener", "teambuy.teams.opener", it -> opener(it, homes))
                        .over("teambuy.teams.community"),
                TableColumn.<Found>text(
                                "opened",
                                "teambuy.teams.opened",
                                it -> TableCell.of(it.team().opened()))
                        .sorted(true),
                TableColumn.text(
                        "deadline",
                        "teambuy.teams.deadline",
                        it -> TableCell.of(it.team().deadline())),
                TableColumn.<Found>number("paid", "teambuy.teams.paid", it -> paid(it, homes))
                        .over("teambuy.teams.size"),
                TableColumn.number(
                        "price",
                        "teambuy.teams.price",
                        it -> TableCell.of(it.team().price())),
                TableColumn.number(
                        "amount",
                        "teambuy.teams.amount",
                        it -> TableCell.of(it.team().price().times(it.team().paid()))));
    }

    @Override
    protected List<TableFilter> filters(TeamsAsked asked) {
        return List.of(
                TableFilter.search("teambuy.teams.search"),
                TableFilter.choice(
                        "state",
                        "teambuy.teams.state",
                        "teambuy.teams.any-state",
                        TableFilter.each(TeamStatus.values(), "teambuy.teams.state.")),
                communities.filter("teambuy.teams.community", "teambuy.teams.any-community"),
                TableFilter.day("from", "teambuy.teams.from"),
                TableFilter.day("to", "teambuy.teams.to"),
                TableFilter.kept("ended", "teambuy.teams.ended-on"));
    }

    private Table.Sift sift(TeamsAsked asked) {
        var look = asked.look();
        var state = TableFilter.picked(TeamStatus.class, "state", asked.state());
        var ended = DayRange.span("ended", asked.ended());
        return new Table.Sift("team t", "t.id", Map.of("opened", "t.opened_at"))
                .where("""
                        (t.code = upper(:q)::bpchar or (t.community_id, t.offer_id) in (
                            select o.community_id, o.id from team_offer o where o.code = upper(:q)::bpchar))
                        """, "q", look.picked("q"))
                .where("t.status = :state", "state", state.map(Enum::name).orElse(null))
                .where("t.community_id = :community", "community", communities.pickedId(look.picked("community")))
                .where("t.ended_at >= :endedFrom", "endedFrom", Table.Sift.time(ended.begin()))
                .where("t.ended_at < :endedTo", "endedTo", Table.Sift.time(ended.end()))
                .on(DayRange.read(asked.from(), asked.to()), "t.opened_at");
    }

    private List<Found> named(List<Row> rows) {
        var skus = new HashMap<SkuId, SkuCard>();
        rows.stream()
                .collect(Collectors.groupingBy(Row::community, Collectors.mapping(Row::sku, Collectors.toSet())))
                .forEach((home, ids) -> skus.putAll(catalog.skus(home, ids)));
        var people = members.cards(rows.stream().map(Row::opener).distinct().toList());
        return rows.stream()
                .map(it -> new Found(it, skus.get(it.sku()), people.get(it.opener())))
                .toList();
    }

    private static TableCell team(Found it) {
        var sku = it.sku();
        return TableCell.of(it.team().code())
                .over(sku == null ? "" : (sku.productName() + " " + sku.spec()).strip())
                .opening("/t/" + it.team().code());
    }

    private static TableCell state(Found it) {
        var status = it.team().status();
        return TableCell.of(TableCell.word("teambuy.teams.state." + status))
                .toned(
                        switch (status) {
                            case OPEN -> "hurry";
                            case FORMED -> "good";
                            case LAPSED -> "plain";
                        });
    }

    private static TableCell opener(Found it, Map<CommunityId, CommunityCard> homes) {
        var home = homes.get(it.team().community());
        var opener = it.opener();
        return TableCell.of(opener == null ? "" : opener.name()).over(home == null ? "" : home.name());
    }

    /** Opens the orders of those who sit in it. */
    private static TableCell paid(Found it, Map<CommunityId, CommunityCard> homes) {
        var home = homes.get(it.team().community());
        return TableCell.of(it.team().paid())
                .over(it.team().size())
                .opening("/operate/orders?community=" + (home == null ? "" : home.shortCode()) + "&source="
                        + it.team().id());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("code"),
                new SkuId(row.getObject("sku_id", UUID.class)),
                new MemberId(row.getObject("opener_id", UUID.class)),
                Money.ofFen(row.getLong("price_fen")),
                row.getInt("size"),
                row.getInt("seats_taken"),
                row.getInt("seats_paid"),
                TeamStatus.valueOf(row.getString("status")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("deadline").toInstant());
    }
}
