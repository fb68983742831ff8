package tuanju.table;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.command.Invalid;
import tuanju.money.Money;

/**
 * One page of a long table as the fragment {@code table/_table} shows it.
 *
 * @param offered all columns there are, to choose from
 * @param columns those that are shown
 * @param rows a cell for each column that is shown
 * @param next after which row the next page begins; null on the last one
 * @param total what all rows that match come to, by column; empty where they are too many to be added up unasked
 * @param most more than these are not added up unasked
 * @param selection what can be done to rows that are ticked; null where nothing is
 */
public record Table<T>(
        TableLook look,
        List<TableFilter> filters,
        List<TableColumn<T>> offered,
        List<TableColumn<T>> columns,
        List<List<TableCell>> rows,
        @Nullable String next,
        Map<String, Object> total,
        int most,
        @Nullable Selection selection) {

    /**
     * How rows are ticked.
     *
     * @param acts what can be done to them
     * @param keys a key for each row that is shown
     * @param all how many match; null where they were not counted
     */
    public record Selection(
            DeskTable.Sign desk,
            List<String> acts,
            List<String> keys,
            @Nullable Long all) {}

    /** The rows of a page, each cell by cell. Refuses with Invalid a look at columns there are not. */
    public static <T> Table<T> of(
            TableLook look, List<TableFilter> filters, List<TableColumn<T>> columns, Rows<T> found) {
        var shown = look.shown(columns);
        var rows = found.shown().stream()
                .map(row -> shown.stream().map(it -> it.cell().apply(row)).toList())
                .toList();
        return new Table<>(look, filters, columns, shown, rows, found.next(), found.total(), found.most(), null);
    }

    /** The same, with ticks before its rows. */
    static <T> Table<T> ticked(Table<T> table, Selection selection) {
        return new Table<>(
                table.look,
                table.filters,
                table.offered,
                table.columns,
                table.rows,
                table.next,
                table.total,
                table.most,
                selection);
    }

    /** What was found: this page's rows, where the next begins, and what all come to. */
    public record Rows<T>(
            List<T> shown,
            @Nullable String next,
            Map<String, Object> total,
            int most,
            @Nullable Long all) {

        /** The same where nobody counted how many match. */
        public Rows(List<T> shown, @Nullable String next, Map<String, Object> total, int most) {
            this(shown, next, total, most, null);
        }

        /** The same page with those of which this holds before the others. */
        public Rows<T> ordered(Predicate<T> first) {
            var ordered = shown.stream()
                    .sorted(Comparator.comparing(it -> !first.test(it)))
                    .toList();
            return new Rows<>(ordered, next, total, most, all);
        }
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * What rows are picked out by and sorted by, as a part of a statement; an id tells those of the same place apart.
     *
     * @param from one or more joined tables
     * @param id the column of the first one's UUID, by which a next page begins
     * @param sorts by name what they are sorted by, a column that is never null
     */
    public record Sift(
            String from, String id, Map<String, String> sorts, List<String> conditions, Map<String, Object> values) {

        private static final String KEY = "_after";

        public Sift(String from, String id, Map<String, String> sorts) {
            this(from, id, sorts, new ArrayList<>(), new HashMap<>());
        }

        /** Those of which this holds, where a value was asked for. */
        public Sift where(String condition, String name, @Nullable Object value) {
            if (value != null && !value.equals("")) {
                conditions.add(condition);
                values.put(name, value);
            }
            return this;
        }

        public Sift where(String condition) {
            conditions.add(condition);
            return this;
        }

        /** Those on one of these days. */
        public Sift on(DayRange days, String column) {
            return where(column + " >= :begin", "begin", time(days.begin()))
                    .where(column + " < :end", "end", time(days.end()));
        }

        /** At most so many, after the last one of the page before. Refuses with Invalid an order there is not and no row's id. */
        public <T> List<T> rows(JdbcClient jdbc, String columns, TableLook look, int limit, RowMapper<T> row) {
            var by = sorts.get(look.column());
            if (by == null) {
                throw new Invalid("sort", "one-of", String.join(", ", new TreeSet<>(sorts.keySet())));
            }
            var way = look.largestFirst() ? "desc" : "asc";
            var after = look.after() == null
                    ? ""
                    : " and (%s, %s) %s (select %s, %s from %s where %s = :%s)"
                            .formatted(by, id, look.largestFirst() ? "<" : ">", by, id, from, id, KEY);
            var query =
                    asked(jdbc, columns, after + " order by %s %s, %s %s limit %d".formatted(by, way, id, way, limit));
            return (look.after() == null ? query : query.param(KEY, rowId("after", look.after())))
                    .query(row)
                    .list();
        }

        /** Those of these ids, in the usual order. */
        public <T> List<T> among(JdbcClient jdbc, String columns, Collection<UUID> ids, RowMapper<T> row) {
            return asked(jdbc, columns, " and " + id + " = any(:_ids) order by " + id)
                    .param("_ids", ids.toArray(UUID[]::new))
                    .query(row)
                    .list();
        }

        /** What all come to; null where they are more than are added up. */
        public @Nullable Sums sums(JdbcClient jdbc, String fen, boolean all) {
            var most = all ? Integer.MAX_VALUE : Tables.MOST_ROWS + 1;
            var inner = "select " + fen + " as fen from " + from + condition() + " limit " + most;
            var query = jdbc.sql("select count(*) as n, coalesce(sum(fen), 0) as fen from (" + inner + ") m");
            var sums = query.params(values)
                    .query((row, number) -> new Sums(row.getLong("n"), Money.ofFen(row.getLong("fen"))))
                    .single();
            return sums.rows() < most ? sums : null;
        }

        private JdbcClient.StatementSpec asked(JdbcClient jdbc, String columns, String rest) {
            return jdbc.sql("select " + columns + " from " + from + condition() + rest)
                    .params(values);
        }

        private String condition() {
            return " where true" + conditions.stream().map(it -> " and " + it).collect(Collectors.joining());
        }

        /** A moment as a statement compares it. */
        public static @Nullable Object time(@Nullable Instant time) {
            return time == null ? null : time.atOffset(ZoneOffset.UTC);
        }
    }

    /** The id of a row that was ticked. Refuses with Invalid what is none. */
    public static UUID rowId(String key) {
        return rowId("rows", key);
    }

    /** The id in this field. Refuses with Invalid what is none. */
    public static UUID rowId(String field, String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            throw new Invalid(field, field.equals("rows") ? "rows-unknown" : "no-row");
        }
    }

    /** How many rows match and what their money comes to. */
    public record Sums(long rows, Money money) {}

    /** How many rows match, where they come to no money: null where they are more than are counted unasked. */
    public static @Nullable Sums counted(boolean all, IntToLongFunction count) {
        var most = all ? Integer.MAX_VALUE : Tables.MOST_ROWS + 1;
        var rows = count.applyAsLong(most);
        return rows < most ? new Sums(rows, Money.ZERO) : null;
    }

    /** A page's rows of one more than it shows, and what all come to. */
    public static <T> Rows<T> cut(
            List<T> found,
            int page,
            Function<T, String> key,
            @Nullable Sums sums,
            Function<Sums, Map<String, Object>> said) {
        var shown = found.subList(0, Math.min(page, found.size()));
        return new Rows<>(
                shown,
                found.size() > page ? key.apply(shown.getLast()) : null,
                sums == null ? Map.of() : said.apply(sums),
                Tables.MOST_ROWS,
                sums == null ? null : sums.rows());
    }
}
