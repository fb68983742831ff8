package tuanju.pickup.printing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tuanju.money.Money;
import tuanju.order.dues.Dues;
import tuanju.pickup.SortedList;
import tuanju.pickup.SortedList.Entry;

/** The columns of a list as a table; numbers are written as numbers by the workbook, everything else is text. */
enum ListColumn {
    BUILDING(10, entry -> entry.household().building().label()),
    POINT(14, entry -> entry.order().point().name()),
    UNIT(7, entry -> entry.household().at().unit()),
    ROOM(9, entry -> entry.household().at().room()),
    PERSON(10, entry -> entry.order().name()),
    PHONE(15, entry -> entry.order().maskedPhone()),
    PRODUCT(30, entry -> entry.line().product()),
    SPEC(18, entry -> entry.line().spec()),
    QUANTITY(8, entry -> Integer.toString(entry.line().quantity())),
    GRAMS(8, entry -> Objects.toString(entry.line().grams(), "")),
    AMOUNT(12, entry -> entry.line().amount().yuan()),
    PAID_HERE(12, entry -> entry.order().dues().here().yuan()),
    PAID_TO_LEADER(12, entry -> entry.order().dues().toLeader().yuan()),
    NOT_PAID(12, entry -> entry.order().dues().open().yuan()),
    PICKUP_CODE(11, entry -> entry.order().pickupCode()),
    NOTE(28, entry -> entry.order().note()),
    ORDER(18, entry -> entry.order().code());

    private static final List<ListColumn> BY_ROOM = List.of(
            BUILDING,
            ROOM,
            PERSON,
            PHONE,
            PRODUCT,
            SPEC,
            QUANTITY,
            GRAMS,
            AMOUNT,
            PAID_HERE,
            PAID_TO_LEADER,
            NOT_PAID,
            PICKUP_CODE,
            NOTE,
            ORDER);
    private static final List<ListColumn> BY_PRODUCT = List.of(
            PRODUCT,
            SPEC,
            BUILDING,
            ROOM,
            QUANTITY,
            PERSON,
            PHONE,
            GRAMS,
            AMOUNT,
            PAID_HERE,
            PAID_TO_LEADER,
            NOT_PAID,
            PICKUP_CODE,
            NOTE,
            ORDER);
    private static final List<ListColumn> BY_BUILDING = List.of(
            BUILDING,
            PRODUCT,
            SPEC,
            ROOM,
            QUANTITY,
            PERSON,
            PHONE,
            GRAMS,
            AMOUNT,
            PAID_HERE,
            PAID_TO_LEADER,
            NOT_PAID,
            PICKUP_CODE,
            NOTE,
            ORDER);

    private final int width;
    private final Function<Entry, String> text;

    ListColumn(int width, Function<Entry, String> text) {
        this.width = width;
        this.text = text;
    }

    /** What the list is sorted by comes first; point, unit, weight and where money is only where they tell something. */
    static List<ListColumn> of(SortedList list) {
        var columns = switch (list.arrangement()) {
            case BY_ROOM -> BY_ROOM;
            case BY_PRODUCT -> BY_PRODUCT;
            case BY_BUILDING -> BY_BUILDING;
        };
        boolean units =
                list.entries().anyMatch(entry -> !entry.household().at().unit().isEmpty());
        var dues = list.dues();
        boolean weighed = list.entries().anyMatch(entry -> entry.line().grams() != null);
        return columns.stream()
                .flatMap(column -> switch (column) {
                    case PICKUP_CODE -> list.isAtSeveralPoints() ? Stream.of(POINT, column) : Stream.of(column);
                    case GRAMS -> weighed ? Stream.of(column) : Stream.of();
                    case ROOM -> units ? Stream.of(UNIT, column) : Stream.of(column);
                    default ->
                        column.of(dues).filter(Money::isZero).isEmpty() ? Stream.of(column) : Stream.<ListColumn>of();
                })
                .toList();
    }

    /** What of these dues is where this column says; empty where it says something else. */
    Optional<Money> of(Dues dues) {
        return switch (this) {
            case PAID_HERE -> Optional.of(dues.here());
            case PAID_TO_LEADER -> Optional.of(dues.toLeader());
            case NOT_PAID -> Optional.of(dues.open());
            default -> Optional.empty();
        };
    }

    /** Whether it holds yuan, so that its cells can be added up. */
    boolean isMoney() {
        return this == AMOUNT || of(Dues.NOTHING).isPresent();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int width() {
        return width;
    }

    String textOf(Entry entry) {
        return text.apply(entry);
    }
}
