package tuanju.cycle.steering;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.util.UriComponentsBuilder;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.closing.CycleClosing;
import tuanju.cycle.steering.CycleDesk.Found;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of cycles: by what they are picked out, and what of each is shown on its page and in its files. */
@Controller
class CycleTable extends DeskTable<CyclesAsked, Found> {

    /** Each is closed by itself, with all that follows. */
    private static final int MOST_TOGETHER = 50;

    private final CycleDesk desk;
    private final CycleClosing closing;
    private final Communities communities;

    CycleTable(Tables tables, CycleDesk desk, CycleClosing closing, Communities communities) {
        super(tables, new Sign("cycles", "cycle.desk", "no-list"));
        this.desk = desk;
        this.closing = closing;
        this.communities = communities;
    }

    @Override
    protected Table.Rows<Found> page(CyclesAsked asked) {
        var page = desk.find(asked.search(communities), asked.turn(), asked.addsUpAll());
        var next = page.more() ? page.cycles().getLast().card().code().value() : null;
        return new Table.Rows<>(page.cycles(), next, total(page.total()), CycleDesk.MOST_SUMMED, count(page.total()));
    }

    @Override
    protected List<Found> all(CyclesAsked asked, int most) {
        return desk.all(asked.search(communities), asked.turn(), most);
    }

    @Override
    protected List<Act<Found>> acts() {
        return List.of(new Act<>("close", false, MOST_TOGETHER, this::close));
    }

    @Override
    protected String key(Found row) {
        return row.card().code().value();
    }

    @Override
    protected List<Found> still(CyclesAsked asked, Collection<String> keys) {
        return desk.among(asked.search(communities), keys);
    }

    /** By id, so that two who close the same ones take turns. */
    private Map<String, String> close(List<Found> found, Doer by) {
        var refused = new HashMap<String, String>();
        found.stream().sorted(Comparator.comparing(it -> it.card().id())).forEach(it -> {
            if (!closing.closeEarly(new MemberId(by.member()), it.card())) {
                refused.put(key(it), "cycle.desk.act.refused.takes-none");
            }
        });
        return refused;
    }

    /** The numbers open the orders behind them. */
    @Override
    protected List<TableColumn<Found>> columns(CyclesAsked asked) {
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

    @Override
    protected List<TableFilter> filters(CyclesAsked asked) {
        var statuses = CyclesAsked.shown().toArray(CycleStatus[]::new);
        return List.of(
                TableFilter.search("cycle.desk.search"),
                TableFilter.choice(
                        "status",
                        "cycle.desk.status",
                        "cycle.desk.any-status",
                        TableFilter.each(statuses, "cycle.status.")),
                communities.filter("cycle.desk.community", "cycle.desk.any-community"),
                TableFilter.day("from", "cycle.desk.from"),
                TableFilter.day("to", "cycle.desk.to"));
    }

    private static @Nullable Long count(CycleDesk.@Nullable Total total) {
        return total == null ? null : (long) total.cycles();
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
