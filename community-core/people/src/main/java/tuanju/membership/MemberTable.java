package tuanju.membership;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.MemberCard;
import tuanju.member.Members;
import tuanju.member.Members.Account;
import tuanju.membership.MemberTable.Found;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of members: who they are by name and masked phone, and whether they are still with us. */
@Controller
class MemberTable extends DeskTable<MembersAsked, Found> {

    private final Members members;
    private final Communities communities;
    private final JdbcClient jdbc;

    /** Somebody, and the communities they belong to, by name. */
    record Found(Account account, List<CommunityCard> homes) {

        private MemberCard card() {
            return account.card();
        }
    }

    MemberTable(Tables tables, Members members, Communities communities, JdbcClient jdbc) {
        super(tables, new Sign("members", "membership.desk", "no-list"));
        this.members = members;
        this.communities = communities;
        this.jdbc = jdbc;
    }

    @Override
    protected Table.Rows<Found> page(MembersAsked asked) {
        var search = search(asked);
        return Table.cut(
                belonging(members.search(search, asked.look(), MembersAsked.PAGE + 1)),
                MembersAsked.PAGE,
                it -> it.card().id().value().toString(),
                members.count(search, "all".equals(asked.sum())),
                it -> Map.of("member", TableCell.word("membership.desk.total", it.rows())));
    }

    @Override
    protected List<Found> all(MembersAsked asked, int most) {
        return belonging(members.search(search(asked), asked.look().fromTheBeginning(), most));
    }

    @Override
    protected List<TableColumn<Found>> columns(MembersAsked asked) {
        return List.of(
                TableColumn.<Found>text(
                                "member",
                                "membership.desk.member",
                                it -> TableCell.of(it.card().name())
                                        .over(it.card().maskedPhone())
                                        .opening("/operate/members/"
                                                + it.card().id().value()))
                        .over("membership.desk.phone"),
                TableColumn.text("state", "membership.desk.state", MemberTable::state),
                TableColumn.text("community", "membership.desk.community", MemberTable::homes),
                TableColumn.<Found>text(
                                "joined",
                                "membership.desk.joined",
                                it -> TableCell.of(it.account().joined()))
                        .sorted(true),
                TableColumn.text(
                        "seen",
                        "membership.desk.seen",
                        it -> TableCell.of(it.account().seen())));
    }

    @Override
    protected boolean looksAtPhones() {
        return true;
    }

    @Override
    protected List<TableFilter> filters(MembersAsked asked) {
        return List.of(
                TableFilter.search("membership.desk.search"),
                TableFilter.choice(
                        "state",
                        "membership.desk.state",
                        "membership.desk.any-state",
                        TableFilter.each(Members.State.values(), "membership.desk.state.")),
                communities.filter("membership.desk.community", "membership.desk.any-community"),
                TableFilter.day("from", "membership.desk.from"),
                TableFilter.day("to", "membership.desk.to"));
    }

    private Members.Search search(MembersAsked asked) {
        return new Members.Search(
                asked.look().picked("q"),
                TableFilter.picked(Members.State.class, "state", asked.state()).orElse(null),
                belonging(asked.look().picked("community")),
                DayRange.read(asked.from(), asked.to()));
    }

    private @Nullable List<UUID> belonging(String shortCode) {
        var home = communities.pickedId(shortCode);
        if (home == null) {
            return null;
        }
        return jdbc.sql("select member_id from membership where community_id = ? and status = 'ACTIVE'")
                .param(home)
                .query((row, number) -> row.getObject("member_id", UUID.class))
                .list();
    }

    private List<Found> belonging(List<Account> accounts) {
        var cards = communities.all().stream()
                .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        var homes = jdbc
                .sql("""
                        select member_id, community_id from membership
                        where member_id = any(:members) and status = 'ACTIVE'
                        """)
                .param(
                        "members",
                        accounts.stream().map(it -> it.card().id().value()).toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(row.getObject("member_id", UUID.class), row.getObject("community_id", UUID.class)))
                .list()
                .stream()
                .filter(it -> cards.containsKey(it.getValue()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(it -> cards.get(it.getValue()), Collectors.toList())));
        return accounts.stream()
                .map(it -> new Found(it, homes.getOrDefault(it.card().id().value(), List.of())))
                .toList();
    }

    private static TableCell homes(Found it) {
        var names = it.homes().stream().map(CommunityCard::name).sorted().collect(Collectors.joining("、"));
        return it.homes().size() == 1
                ? TableCell.of(names)
                        .opening("/operate/communities/" + it.homes().getFirst().shortCode())
                : TableCell.of(names);
    }

    private static TableCell state(Found it) {
        var state = it.account().state();
        return TableCell.of(TableCell.word("membership.desk.state." + state))
                .toned(
                        switch (state) {
                            case OPERATOR -> "main";
                            case PROVEN -> "good";
                            case UNPROVEN -> "hurry";
                            case PARKED, CLOSED -> "plain";
                        });
    }
}
