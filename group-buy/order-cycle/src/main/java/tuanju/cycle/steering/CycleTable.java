package tuanju.cycle.steering;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.steering.CycleDesk.Found;
import tuanju.money.Money;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.TableLook;

/** The operator's table of cycles: by what they are picked out, and what of each is shown on its page and in its files. */
@Component
@RequiredArgsConstructor
class CycleTable {

    private final Communities communities;

    /** A page of it. */
    Table<Found> of(TableLook look, CycleDesk.Page page) {
        var next = page.more() ? page.cycles().getLast().card().code().value() : null;
        var rows = new Table.Rows<>(page.cycles(), next, total(page.total()), CycleDesk.MOST_SUMMED);
        return Table.of(look, filters(), columns(), rows);
    }

    /** What stands in each column; the numbers open the orders behind them. */
    List<TableColumn<Found>> columns() {
        var homes = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, it -> it));
        return List.of(
                TableColumn.<Found>text("cycle", "cycle.desk.cycle", CycleTable::cycle)
                        .over("cycle.desk.code"),
                TableColumn.<Found>text("leader", "cycle.desk.leader", it -> leader(it, homes))
                        .over("cycle.desk.community"),
                TableColumn.text("status", "cycle.desk.status", CycleTable::status),
                TableColumn.<Found>text(
                                "cut-off",
                                "cycle.desk.cut-off",
                                it -> TableCell.of(it.card().cutOff()))
                        .sorted(true),
                TableColumn.<Found>text(
                                "pickup",
                                "cycle.desk.pickup",
                                it -> TableCell.of(it.card().pickupFrom()))
                        .sorted(true),
                TableColumn.number(
                        "orders",
                        "cycle.desk.orders",
                        it -> TableCell.of(it.standing().orders()).opening(orders(it, "status", "COMING"))),
                TableColumn.number(
                        "goods",
                        "cycle.desk.goods",
                        it -> TableCell.of(it.standing().dues().cost())),
                TableColumn.number(
                        "paid",
                        "cycle.desk.paid",
                        it -> TableCell.of(it.standing().dues().paid())),
                TableColumn.number(
                        "open",
                        "cycle.desk.open",
                        it -> money(it.standing().dues().open(), orders(it, "due", "NOT_PAID"))));
    }

    private List<TableFilter> filters() {
        var homes = communities.all().stream().map(it -> new TableFilter.Choice(it.shortCode(), it.name()));
        var statuses = CyclesAsked.shown().toArray(CycleStatus[]::new);
        return List.of(
                TableFilter.search("cycle.desk.search"),
                TableFilter.choice(
                        "status",
                        "cycle.desk.status",
                        "cycle.desk.any-status",
                        TableFilter.each(statuses, "cycle.status.")),
                TableFilter.choice("community", "cycle.desk.community", "cycle.desk.any-community", homes),
                TableFilter.day("from", "cycle.desk.from"),
                TableFilter.day("to", "cycle.desk.to"));
    }

    private static Map<String, Object> total(CycleDesk.@Nullable Total total) {
        return total == null
                ? Map.of()
                : Map.of(
                        "cycle",
                        TableCell.word("cycle.desk.total", total.cycles()),
                        "orders",
                        total.orders(),
                        "goods",
                        total.dues().cost(),
                        "paid",
                        total.dues().paid(),
                        "open",
                        total.dues().open());
    }

    private static TableCell cycle(Found it) {
        var code = it.card().code().value();
        return TableCell.of(it.card().title()).over(code).opening("/c/" + code);
    }

    private static TableCell leader(Found it, Map<CommunityId, CommunityCard> homes) {
        var home = homes.get(it.card().community());
        return TableCell.of(it.leader()).over(home == null ? "" : home.name());
    }

    private static TableCell status(Found it) {
        var status = it.card().status();
        return TableCell.of(TableCell.word("cycle.status." + status))
                .toned(
                        switch (status) {
                            case OPEN, BOXFILL -> "main";
                            case CLOSED, ORDERED, ARRIVED, HANDING_OVER -> "hurry";
                            case DONE -> "good";
                            case DRAFT, LAPSED -> "plain";
                        });
    }

    private static TableCell money(Money sum, String orders) {
        return sum.isZero() ? TableCell.of(sum) : TableCell.of(sum).opening(orders);
    }

    /** The operator's page of its orders, of those only that make up one number. */
    private String orders(Found it, String filter, String value) {
        return UriComponentsBuilder.fromPath("/operate/orders")
                .queryParam("community", communities.get(it.card().community()).shortCode())
                .queryParam("source", it.card().id())
                .queryParam(filter, value)
                .toUriString();
    }
}
