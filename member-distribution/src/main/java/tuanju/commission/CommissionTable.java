package tuanju.commission;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.commission.CommissionDesk.Found;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFiles;
import tuanju.table.TableFilter;
import tuanju.table.TableLook;

/** The operator's table of commissions: by what they are picked out, and what of each is shown. */
@Component
@RequiredArgsConstructor
class CommissionTable {

    private final Communities communities;

    Table<Found> of(TableLook look, CommissionDesk.Page page) {
        var next = page.more() ? page.found().getLast().commission().code().value() : null;
        var total = page.total();
        Map<String, Object> sums = total == null
                ? Map.of()
                : Map.of("order", TableCell.word("commission.desk.total", total.orders()), "amount", total.amount());
        return Table.of(look, filters(), columns(), new Table.Rows<>(page.found(), next, sums, TableFiles.MOST_ROWS));
    }

    List<TableColumn<Found>> columns() {
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

    private List<TableFilter> filters() {
        var homes = communities.all().stream().map(it -> new TableFilter.Choice(it.shortCode(), it.name()));
        return List.of(
                TableFilter.search("commission.desk.search"),
                TableFilter.choice(
                        "state",
                        "commission.desk.state",
                        "commission.desk.any-state",
                        TableFilter.each(Commissions.Picked.values(), "commission.state.")),
                TableFilter.choice("community", "commission.desk.community", "commission.desk.any-community", homes),
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
