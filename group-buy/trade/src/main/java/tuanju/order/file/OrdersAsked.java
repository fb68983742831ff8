package tuanju.order.file;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.dues.Due;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.TableFilter;
import tuanju.table.TableLook;

/**
 * Which orders an operator asks for, as it stands in an address, of the page and of the API alike.
 *
 * @param q an order's whole code, or the last four digits of a phone
 * @param status one status, or COMING for those whose goods come or came
 * @param community a community's short code
 * @param from the first day on which they were placed
 * @param to the last one
 * @param source the id of the cycle or team they belong to
 * @param due with a source: only those with money that is here, with the leader, or not paid
 * @param sort "placed" or "amount", "-" before it: the largest first
 * @param after the code of the last order of the page before
 * @param sum "all" to add up however many match
 */
record OrdersAsked(
        @Nullable String q,
        @Nullable String status,
        @Nullable String kind,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String source,
        @Nullable String due,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String COMING = "COMING";
    static final String PATH = "/operate/orders";
    static final int PAGE = 50;

    private static final String USUAL = "-placed";

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, USUAL);
    }

    boolean addsUpAll() {
        return "all".equals(sum);
    }

    /** Refuses with Invalid what is none of the answers, and with NotFound a community there is not. */
    OrderSearch search(Communities communities) {
        return new OrderSearch(
                q == null ? "" : q,
                statuses(),
                kinds(),
                communities.picked(look().picked("community")),
                ofSource(),
                DayRange.read(from, to));
    }

    OrderDesk.Turn turn() {
        var look = look();
        var by = switch (look.column()) {
            case "placed" -> OrderSearch.By.PLACED;
            case "amount" -> OrderSearch.By.AMOUNT;
            default -> throw new Invalid("sort", "one-of", "placed, -placed, amount, -amount");
        };
        return new OrderDesk.Turn(by, look.largestFirst(), Code.after(look.after()), PAGE);
    }

    private Set<OrderStatus> statuses() {
        if (COMING.equals(status)) {
            return OrderSearch.COMING;
        }
        return TableFilter.picked(OrderStatus.class, "status", status)
                .<Set<OrderStatus>>map(EnumSet::of)
                .orElseGet(() -> EnumSet.allOf(OrderStatus.class));
    }

    private Set<OrderKind> kinds() {
        return TableFilter.picked(OrderKind.class, "kind", kind)
                .<Set<OrderKind>>map(EnumSet::of)
                .orElseGet(() -> EnumSet.allOf(OrderKind.class));
    }

    private OrderSearch.@Nullable OfSource ofSource() {
        var standing = TableFilter.picked(Due.Standing.class, "due", due).orElse(null);
        var id = blankToNull(source);
        if (id == null && standing != null) {
            throw new Invalid("due", "due-needs-source");
        }
        try {
            return id == null ? null : new OrderSearch.OfSource(UUID.fromString(id), standing);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
