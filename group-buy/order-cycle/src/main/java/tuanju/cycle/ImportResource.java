package tuanju.cycle;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.address.AddressPart;
import tuanju.address.Attention;
import tuanju.cycle.export.Difference;
import tuanju.cycle.export.ReadLine;
import tuanju.cycle.export.Remark;

/**
 * What an import holds and, unless it was a dry run, what became of it.
 *
 * @param imported orders taken in; null in a dry run
 * @param known orders that were in before
 */
record ImportResource(
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

    /** One line of the file. */
    record Row(
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

        static Row of(ReadLine line) {
            return new Row(
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
                        .flatMap(bag -> bag.lines().stream())
                        .map(Row::of)
                        .sorted(Comparator.comparingInt(Row::row))
                        .toList());
    }
}
