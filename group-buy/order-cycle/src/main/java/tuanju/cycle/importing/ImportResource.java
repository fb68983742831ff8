package tuanju.cycle.importing;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.address.AddressPart;
import tuanju.address.Attention;
import tuanju.community.Code;
import tuanju.cycle.export.Difference;
import tuanju.cycle.export.OrderColumn;
import tuanju.cycle.export.ReadLine;
import tuanju.cycle.export.Remark;

/**
 * What an import holds and, once its orders are taken in, what became of it.
 *
 * @param id of the kept file; null in a dry run
 * @param cycle the cycle it is kept for; null in a dry run
 * @param columns of another tool's file, as long as they may be named; without what they mean nothing can be read
 * @param imported orders taken in; null in a dry run, and while the file is only kept
 * @param known orders that were in before
 */
record ImportResource(
        @Nullable UUID id,
        @Nullable String cycle,
        List<Column> columns,
        int lines,
        int orders,
        int pieces,
        long amountFen,
        int matched,
        int repaired,
        int flagged,
        @Nullable Integer imported,
        int known,
        @Nullable Integer changed,
        List<Difference> differences,
        List<Row> rows) {

    ImportResource {
        // an answer that was kept before columns were said has none
        columns = List.copyOf(Objects.requireNonNullElse(columns, List.of()));
    }

    /**
     * A column of another tool's file.
     *
     * @param samples some of its cells
     * @param means what was said or is guessed; null for nothing
     */
    record Column(
            String name, List<String> samples, @Nullable OrderColumn means) {

        static Column of(NamingColumns.Said said) {
            return new Column(said.column().name(), said.column().samples(), said.means());
        }
    }

    /**
     * One line of the file.
     *
     * @param order what its order is called in this file, for a door put right; lines of one order share it
     */
    record Row(
            @Nullable String order,
            int row,
            String product,
            String spec,
            int quantity,
            long amountFen,
            @Nullable AddressPart lane,
            @Nullable AddressPart building,
            @Nullable AddressPart unit,
            @Nullable AddressPart room,
            String address,
            Attention attention,
            List<Remark> remarks) {

        static Row of(String order, ReadLine line) {
            return new Row(
                    order,
                    line.written().row(),
                    line.product(),
                    line.spec(),
                    line.written().quantity(),
                    line.amount().fen(),
                    line.address().lane(),
                    line.address().building(),
                    line.address().unit(),
                    line.address().room(),
                    line.address().text(),
                    line.attention(),
                    line.remarks());
        }
    }

    static ImportResource of(ImportPreview preview, @Nullable ImportResult result) {
        var totals = preview.totals();
        return new ImportResource(
                null,
                null,
                List.of(),
                totals.lines(),
                totals.orders(),
                totals.pieces(),
                totals.amount().fen(),
                totals.matched(),
                totals.repaired(),
                totals.flagged(),
                result == null ? null : result.imported(),
                result == null ? preview.known() : result.known(),
                result == null ? null : result.changed(),
                preview.differences(),
                preview.bags().stream()
                        .flatMap(bag -> bag.lines().stream().map(line -> Row.of(bag.key(), line)))
                        .sorted(Comparator.comparingInt(Row::row))
                        .toList());
    }

    /** The same of a file that is kept. */
    ImportResource kept(UUID file, Code code, List<Column> asked) {
        return new ImportResource(
                file,
                code.value(),
                asked,
                lines,
                orders,
                pieces,
                amountFen,
                matched,
                repaired,
                flagged,
                imported,
                known,
                changed,
                differences,
                rows);
    }
}
