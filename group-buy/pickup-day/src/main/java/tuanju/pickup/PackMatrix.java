package tuanju.pickup;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** Who gets how many of what: a row for each bag, a column for each product, point by point; sums on every side. */
@NamedInterface("rooms")
public record PackMatrix(List<Column> columns, List<Block> blocks) {

    public PackMatrix {
        columns = List.copyOf(columns);
        blocks = List.copyOf(blocks);
    }

    /** A product, all its pieces, and what those weigh that were weighed. */
    public record Column(
            String title, long pieces, @Nullable Integer grams) {}

    /** The bags of one point. */
    public record Block(Drop drop, List<Row> rows) {
        public Block {
            rows = List.copyOf(rows);
        }

        /** Pieces of one column at this point. */
        long pieces(int column) {
            return rows.stream().mapToLong(row -> row.quantities().get(column)).sum();
        }

        /** Pieces of every column at this point. */
        public List<Long> sums() {
            int columns = rows.isEmpty() ? 0 : rows.getFirst().quantities().size();
            return IntStream.range(0, columns).mapToObj(this::pieces).toList();
        }
    }

    /** One bag; quantities and grams in the order of the columns, zero for what is not in it or was not weighed. */
    public record Row(Household household, List<Integer> quantities, List<Integer> grams) {
        public Row {
            quantities = List.copyOf(quantities);
            grams = List.copyOf(grams);
        }

        /** What its pieces of one column weigh, in words; empty unless they were weighed. */
        public String weight(int column) {
            int weighed = grams.get(column);
            return weighed == 0 ? "" : weighed + "g";
        }

        public int pieces() {
            return quantities.stream().mapToInt(Integer::intValue).sum();
        }
    }

    public static PackMatrix of(Collection<Drop> drops) {
        var all = drops.stream()
                .flatMap(drop -> drop.sheet().households().stream())
                .flatMap(household -> household.lines().stream())
                .toList();
        var columns = Goods.of(all, line -> 1).stream()
                .map(goods -> new Column(goods.title(), goods.pieces(), goods.grams()))
                .toList();
        return new PackMatrix(
                columns, drops.stream().map(drop -> block(drop, columns)).toList());
    }

    private static Block block(Drop drop, List<Column> columns) {
        return new Block(
                drop,
                drop.sheet().households().stream()
                        .map(household -> row(household, columns))
                        .toList());
    }

    private static Row row(Household household, List<Column> columns) {
        Map<String, Integer> pieces = new HashMap<>();
        Map<String, Integer> grams = new HashMap<>();
        household.lines().forEach(line -> {
            pieces.merge(line.title(), line.quantity(), Math::addExact);
            grams.merge(line.title(), line.grams() == null ? 0 : line.grams(), Math::addExact);
        });
        return new Row(household, along(columns, pieces), along(columns, grams));
    }

    private static List<Integer> along(List<Column> columns, Map<String, Integer> numbers) {
        return columns.stream()
                .map(column -> numbers.getOrDefault(column.title(), 0))
                .toList();
    }

    /** Everything, counted along the rows. */
    public CheckSum sum() {
        return CheckSum.total(blocks.stream().map(block -> block.drop().sum()));
    }

    public int bags() {
        return blocks.stream().mapToInt(block -> block.rows().size()).sum();
    }

    /** Whether rows, columns and the check sum all say the same number of pieces. */
    boolean addsUp() {
        long alongRows = blocks.stream()
                .flatMap(block -> block.rows().stream())
                .mapToLong(Row::pieces)
                .sum();
        long alongColumns = columns.stream().mapToLong(Column::pieces).sum();
        return alongRows == sum().pieces()
                && alongColumns == alongRows
                && IntStream.range(0, columns.size()).allMatch(this::columnAddsUp);
    }

    private boolean columnAddsUp(int column) {
        return blocks.stream().mapToLong(block -> block.pieces(column)).sum()
                == columns.get(column).pieces();
    }
}
