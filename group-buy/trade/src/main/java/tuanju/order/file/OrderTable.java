package tuanju.order.file;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import tuanju.audit.AuditTrail;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.dues.Due;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of orders: by what they are picked out, and what of each is shown on its page and in its files. */
@Controller
class OrderTable extends DeskTable<OrdersAsked, OrderDesk.Found> {

    private static final int MOST_TOGETHER = 1_000;

    private final OrderDesk desk;
    private final TellingAgain again;
    private final Communities communities;
    private final AuditTrail audit;

    OrderTable(Tables tables, OrderDesk desk, TellingAgain again, Communities communities, AuditTrail audit) {
        super(tables, new Sign("orders", "order.desk", "no-orders"));
        this.desk = desk;
        this.again = again;
        this.communities = communities;
        this.audit = audit;
    }

    @Override
    protected Table.Rows<OrderDesk.Found> page(OrdersAsked asked) {
        var page = desk.find(asked.search(communities), asked.turn(), asked.addsUpAll());
        var total = page.total();
        return new Table.Rows<>(
                page.orders(),
                page.more() ? page.orders().getLast().code() : null,
                total == null
                        ? Map.of()
                        : Map.of("order", TableCell.word("order.desk.total", total.orders()), "amount", total.amount()),
                Tables.MOST_ROWS,
                total == null ? null : total.orders());
    }

    @Override
    protected List<Act<OrderDesk.Found>> acts() {
        return List.of(
                new Act<>("tell", false, MOST_TOGETHER, again::refused),
                new Act<>("note", true, MOST_TOGETHER, this::noted));
    }

    /** For whoever opens its file next; its buyer does not read it. */
    private Map<String, String> noted(List<OrderDesk.Found> found, Doer by) {
        audit.record(
                by.member(),
                "order.noted",
                found.stream()
                        .map(it -> new AuditTrail.Line("order " + it.code(), by.reason()))
                        .toList());
        return Map.of();
    }

    @Override
    protected String key(OrderDesk.Found row) {
        return row.code();
    }

    @Override
    protected List<OrderDesk.Found> still(OrdersAsked asked, Collection<String> keys) {
        return desk.among(asked.search(communities), keys);
    }

    @Override
    protected List<OrderDesk.Found> all(OrdersAsked asked, int most) {
        return desk.all(asked.search(communities), asked.turn(), most);
    }

    /** Amounts are sorted by where that is quick. */
    @Override
    protected List<TableColumn<OrderDesk.Found>> columns(OrdersAsked asked) {
        var search = asked.search(communities);
        var names = communities.all().stream().collect(Collectors.toMap(CommunityCard::id, CommunityCard::name));
        return List.of(
                TableColumn.<OrderDesk.Found>text("order", "order.desk.order", OrderTable::order)
                        .over("order.desk.goods"),
                TableColumn.<OrderDesk.Found>text("status", "order.desk.status", OrderTable::status)
                        .over("order.desk.kind"),
                TableColumn.<OrderDesk.Found>text("recipient", "order.desk.recipient", OrderTable::recipient)
                        .over("order.desk.phone"),
                TableColumn.<OrderDesk.Found>text("placed", "order.desk.placed", it -> placed(it, names))
                        .over("order.desk.community")
                        .sorted(true),
                TableColumn.<OrderDesk.Found>number("amount", "order.desk.amount", OrderTable::amount)
                        .over("order.desk.pieces")
                        .sorted(OrderSearch.By.AMOUNT.isQuickFor(search)),
                due(Due.Standing.PAID_HERE),
                due(Due.Standing.PAID_TO_LEADER),
                due(Due.Standing.NOT_PAID));
    }

    @Override
    protected boolean looksAtPhones() {
        return true;
    }

    @Override
    protected List<TableFilter> filters(OrdersAsked asked) {
        var statuses = Stream.concat(
                Stream.of(new TableFilter.Choice(OrdersAsked.COMING, TableCell.word("order.desk.coming"))),
                TableFilter.each(OrderStatus.values(), "order.status."));
        var filters = Stream.of(
                TableFilter.search("order.desk.search"),
                TableFilter.choice("status", "order.desk.status", "order.desk.anyStatus", statuses),
                TableFilter.choice(
                        "kind",
                        "order.desk.kind",
                        "order.desk.anyKind",
                        TableFilter.each(OrderKind.values(), "order.kind.")),
                communities.filter("order.desk.community", "order.desk.anyCommunity"),
                TableFilter.day("from", "order.desk.from"),
                TableFilter.day("to", "order.desk.to"),
                TableFilter.kept("source", "order.desk.ofSource"));
        var money = TableFilter.choice(
                "due", "order.desk.due", "order.desk.anyDue", TableFilter.each(Due.Standing.values(), "order.due."));
        return Stream.concat(
                        filters,
                        Stream.of(money)
                                .filter(it -> !asked.look().picked("source").isEmpty()))
                .toList();
    }

    private static TableCell order(OrderDesk.Found it) {
        return TableCell.of(it.code())
                .over(it.title())
                .opening(OrdersAsked.PATH + "/" + it.community().value() + "/" + it.id());
    }

    private static TableCell status(OrderDesk.Found it) {
        return TableCell.of(TableCell.word("order.status." + it.status()))
                .over(TableCell.word("order.kind." + it.kind()))
                .toned(
                        switch (it.status()) {
                            case REFUNDED -> "harm";
                            case PLACED, PAID -> "hurry";
                            case CLOSED -> "plain";
                            case CONFIRMED, COLLECTED, COMPLETED -> "good";
                        });
    }

    private static TableCell recipient(OrderDesk.Found it) {
        return TableCell.of(it.recipient()).over(it.maskedPhone());
    }

    private static TableCell amount(OrderDesk.Found it) {
        return TableCell.of(it.amount()).over(it.pieces());
    }

    private static TableCell placed(OrderDesk.Found it, Map<CommunityId, String> names) {
        return TableCell.of(it.placedAt()).over(names.getOrDefault(it.community(), ""));
    }

    private static TableColumn<OrderDesk.Found> due(Due.Standing standing) {
        return TableColumn.number(
                standing.name(),
                "order.due." + standing,
                it -> it.dues().all().stream()
                        .filter(due -> due.standing() == standing)
                        .map(due -> TableCell.of(due.amount()))
                        .findFirst()
                        .orElse(TableCell.NONE));
    }
}
