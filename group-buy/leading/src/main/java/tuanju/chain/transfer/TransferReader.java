package tuanju.chain.transfer;

import java.util.ArrayList;
import tuanju.chain.transfer.ReadTransfers.Aside;
import tuanju.chain.transfer.ReadTransfers.Unreadable;
import tuanju.chain.transfer.ReadTransfers.Why;

/** Reads transfers: WeChat's bill where the text holds its columns, else one transfer a line. The same text always reads the same. */
public final class TransferReader {

    static final int LONGEST_LINE = 400;

    private TransferReader() {}

    public static ReadTransfers read(String text) {
        var records = CsvRecord.in(text);
        return BillReader.in(records).map(bill -> bill.read(records)).orElseGet(() -> lines(text));
    }

    private static ReadTransfers lines(String text) {
        var transfers = new ArrayList<Transfer>();
        var unreadable = new ArrayList<Unreadable>();
        var aside = new ArrayList<Aside>();
        int number = 0;
        for (var written : text.lines().toList()) {
            number++;
            if (written.length() > LONGEST_LINE) {
                unreadable.add(new Unreadable(number, written, Why.TOO_LONG));
            } else if (!written.isBlank()) {
                switch (TransferLine.read(number, written.strip())) {
                    case TransferLine.Is is -> transfers.add(is.transfer());
                    case TransferLine.IsNone none -> aside.add(new Aside(number, none.kind()));
                    case TransferLine.IsUnreadable line ->
                        unreadable.add(new Unreadable(number, written.strip(), line.why()));
                }
            }
        }
        return new ReadTransfers(transfers, unreadable, aside);
    }
}
