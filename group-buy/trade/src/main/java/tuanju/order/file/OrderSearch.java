package tuanju.order.file;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.dues.Due;
import tuanju.table.DayRange;

/**
 * Which orders an operator looks for.
 *
 * @param words an order's code, or the last four digits of a phone; empty for all
 * @param statuses one of which they have
 * @param kinds one of which they are
 * @param source the team or cycle they belong to; null for any
 * @param days on one of which they were placed
 */
record OrderSearch(
        String words,
        Set<OrderStatus> statuses,
        Set<OrderKind> kinds,
        @Nullable CommunityId community,
        @Nullable OfSource source,
        DayRange days) {

    /** Those whose goods come or came, as the leader's numbers count them. */
    static final Set<OrderStatus> COMING = Collections.unmodifiableSet(
            EnumSet.of(OrderStatus.PAID, OrderStatus.CONFIRMED, OrderStatus.COLLECTED, OrderStatus.COMPLETED));

    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    /**
     * Of one team or cycle.
     *
     * @param due only those with money that is there; null for all
     */
    record OfSource(UUID id, Due.@Nullable Standing due) {}

    /** In which order they are looked through; its column is carried by an index, or the days are few. */
    enum By {
        PLACED("placed_at"),
        AMOUNT("amount_fen");

        private static final int FEW_DAYS = 7;

        private final String column;

        By(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }

        /** Whether it can be asked for: amounts lie in no index in their order. */
        boolean isQuickFor(OrderSearch search) {
            return this == PLACED || search.source() != null || search.days().isWithin(FEW_DAYS);
        }

        /** Refuses with Invalid where it cannot be asked for. */
        void refuseSlow(OrderSearch search) {
            if (!isQuickFor(search)) {
                throw new Invalid("sort", "sort-needs-days", FEW_DAYS);
            }
        }
    }

    /** The condition on orders o that says all this but their status and kind; holds only parameter names. */
    String condition() {
        return (community == null ? "" : " and o.community_id = :community")
                + (days.first() == null ? "" : " and o.placed_at >= :begin")
                + (days.last() == null ? "" : " and o.placed_at < :end")
                + (source == null ? "" : " and o.source_id = :source" + byDue(source.due()))
                + byWords();
    }

    private static String byDue(Due.@Nullable Standing due) {
        if (due == null) {
            return "";
        }
        var column = switch (due) {
            case PAID_HERE -> "here_fen";
            case PAID_TO_LEADER -> "to_leader_fen";
            case NOT_PAID -> "open_fen";
        };
        return " and exists (select 1 from order_due d where d.community_id = o.community_id and d.order_id = o.id and d.%s > 0)"
                .formatted(column);
    }

    private String byWords() {
        if (words.isBlank()) {
            return "";
        }
        if (isLastFour()) {
            return " and right(o.masked_phone, 4) = :words";
        }
        return code() == null ? " and false" : " and o.code = :words";
    }

    String written() {
        var code = code();
        return code == null ? words.strip() : code.value();
    }

    private boolean isLastFour() {
        return FOUR_DIGITS.matcher(words.strip()).matches();
    }

    private @Nullable Code code() {
        try {
            return new Code(words.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
