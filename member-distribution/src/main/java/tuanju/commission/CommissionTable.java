package tuanju.commission;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import tuanju.commission.CommissionDesk.Found;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of commissions: by what they are picked out, and what of each is shown. */
@Controller
class CommissionTable extends DeskTable<CommissionsAsked, Found> {

    private static final List<Sign.Way> WAYS = List.of(
            new Sign.Way("/operate/payouts", "payout.batches"),
            new Sign.Way("/operate/commission-rules", "commission.rules.title"),
            new Sign.Way("/operate/commission-graph", "commission.graph.title"),
            new Sign.Way("/operate/law", "referral.law.title"));

    private final CommissionDesk desk;
    private final Communities communities;

    CommissionTable(Tables tables, CommissionDesk desk, Communities communities) {
        super(tables, new Sign("commissions", "commission.desk", "no-list", WAYS));
        this.desk = desk;
        this.communities = communities;
    }

    @Override
    protected Table.Rows<Found> page(CommissionsAsked asked) {
        var page = desk.find(asked.search(communities));
        var next = page.more() ? page.found().getLast().commission().code().value() : null;
        var total = page.total();
        Map<String, Object> sums = total == null
                ? Map.of()
                : Map.of("order", TableCell.word("commission.desk.total", total.orders()), "amount", total.amount());
        return new Table.Rows<>(page.found(), next, sums, Tables.MOST_ROWS);
    }

    @Override
    protected List<Found> all(CommissionsAsked asked, int most) {
        return desk.all(asked.search(communities), most);
    }

    @Override
    protected List<TableColumn<Found>> columns(CommissionsAsked asked) {
        var homes = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, CommunityCard::name));
        return List.of(
                TableColumn.<Found>text("order", "commission.desk.order", CommissionTable::order)
                        .over("commission.desk.link"),
                TableColumn.<Found>text("state", "commission.desk.state", CommissionTable::state),
                TableColumn.<Found>text(
                                "referrer",
                                "commission.desk.referrer",
                                it -> TableCell.of(it.referrer().name())
                                        .over(it.referrer().maskedPhone()))
                        .over("commission.desk.phone"),
                TableColumn.<Found>text(
                                "placed",
                                "commission.desk.placed",
                                it -> TableCell.of(it.commission().placed())
                                        .over(homes.getOrDefault(it.commission().community(), "")))
                        .over("commission.desk.community")
                        .sorted(true),
                TableColumn.number(
                        "amount",
                        "commission.desk.amount",
                        it -> TableCell.of(it.commission().amount())),
                TableColumn.number(
                        "booked",
                        "commission.desk.booked",
                        it -> TableCell.of(it.commission().booked())));
    }

    @Override
    protected List<TableFilter> filters(CommissionsAsked asked) {
        return List.of(
                TableFilter.search("commission.desk.search"),
                TableFilter.choice(
                        "state",
                        "commission.desk.state",
                        "commission.desk.any-state",
                        TableFilter.each(Commissions.Picked.values(), "commission.state.")),
                communities.filter("commission.desk.community", "commission.desk.any-community"),
                TableFilter.day("from", "commission.desk.from"),
                TableFilter.day("to", "commission.desk.to"));
    }

    private static TableCell order(Found it) {
        var what = it.commission();
        return TableCell.of(what.code().value())
                .over(what.link().value())
                .opening(CommissionsAsked.PATH + "/" + what.community().value() + "/"
                        + what.order().value());
    }

    private static TableCell state(Found it) {
        return TableCell.of(TableCell.word("commission.state." + it.earned().standing()))
                .toned(it.earned().tone());
    }
}
