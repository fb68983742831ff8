package tuanju.membership;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.Members;
import tuanju.member.Members.Account;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of members: who they are by name and masked phone, and whether they are still with us. */
@Controller
class MemberTable extends DeskTable<MembersAsked, Account> {

    private final Members members;
    private final Communities communities;
    private final JdbcClient jdbc;

    MemberTable(Tables tables, Members members, Communities communities, JdbcClient jdbc) {
        super(tables, new Sign("members", "membership.desk", "no-list"));
        this.members = members;
        this.communities = communities;
        this.jdbc = jdbc;
    }

    @Override
    protected Table.Rows<Account> page(MembersAsked asked) {
        var search = search(asked);
        return Table.cut(
                members.search(search, asked.look(), MembersAsked.PAGE + 1),
                MembersAsked.PAGE,
                it -> it.card().id().value().toString(),
                members.count(search, "all".equals(asked.sum())),
                it -> Map.of("member", TableCell.word("membership.desk.total", it.rows())));
    }

    @Override
    protected List<Account> all(MembersAsked asked, int most) {
        return members.search(search(asked), asked.look().fromTheBeginning(), most);
    }

    @Override
    protected List<TableColumn<Account>> columns(MembersAsked asked) {
        return List.of(
                TableColumn.<Account>text(
                                "member",
                                "membership.desk.member",
                                it -> TableCell.of(it.card().name())
                                        .over(it.card().maskedPhone())
                                        .opening("/operate/members/"
                                                + it.card().id().value()))
                        .over("membership.desk.phone"),
                TableColumn.text("state", "membership.desk.state", MemberTable::state),
                TableColumn.<Account>text("joined", "membership.desk.joined", it -> TableCell.of(it.joined()))
                        .sorted(true),
                TableColumn.text("seen", "membership.desk.seen", it -> TableCell.of(it.seen())));
    }

    @Override
    protected List<TableFilter> filters(MembersAsked asked) {
        var homes = communities.all().stream().map(it -> new TableFilter.Choice(it.shortCode(), it.name()));
        return List.of(
                TableFilter.search("membership.desk.search"),
                TableFilter.choice(
                        "state",
                        "membership.desk.state",
                        "membership.desk.any-state",
                        TableFilter.each(Members.State.values(), "membership.desk.state.")),
                TableFilter.choice("community", "membership.desk.community", "membership.desk.any-community", homes),
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
        if (shortCode.isEmpty()) {
            return null;
        }
        CommunityId home =
                communities.find(shortCode).orElseThrow(NotFound::new).id();
        return jdbc.sql("select member_id from membership where community_id = ? and status = 'ACTIVE'")
                .param(home.value())
                .query((row, number) -> row.getObject("member_id", UUID.class))
                .list();
    }

    private static TableCell state(Account it) {
        return TableCell.of(TableCell.word("membership.desk.state." + it.state()))
                .toned(
                        switch (it.state()) {
                            case OPERATOR -> "main";
                            case PROVEN -> "good";
                            case UNPROVEN -> "hurry";
                            case PARKED, CLOSED -> "plain";
                        });
    }
}
