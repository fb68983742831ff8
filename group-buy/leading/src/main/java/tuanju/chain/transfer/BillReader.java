package tuanju.chain.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.chain.transfer.ReadTransfers.Aside;
import tuanju.chain.transfer.ReadTransfers.Kind;
import tuanju.chain.transfer.ReadTransfers.Unreadable;
import tuanju.chain.transfer.ReadTransfers.Why;

/** Reads WeChat's bill (微信支付账单): what came in is a transfer, what went out is counted and forgotten. */
final class BillReader {

    private static final String TIME = "交易时间";
    private static final String FROM = "交易对方";
    private static final String DIRECTION = "收/支";
    private static final String AMOUNT = "金额";
    private static final int HEAD_WITHIN = 60;
    /** A spreadsheet that knows no ¥ saves a question mark. */
    private static final Pattern YUAN = Pattern.compile("[¥￥?]?\\s?(\\d{1,7}(?:\\.\\d{1,2})?)");

    private static final Pattern BACK = Pattern.compile("退款|退还");
    /** A spreadsheet that saved the bill again may have made 1.00E+27 of all numbers: those tell nothing apart. */
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_-]{8,64}");

    private final List<String> columns;
    private final int head;

    private BillReader(List<String> columns, int head) {
        this.columns = columns;
        this.head = head;
    }

    /** Empty where the text is no bill. */
    static Optional<BillReader> in(List<CsvRecord> records) {
        for (int at = 0; at < Math.min(records.size(), HEAD_WITHIN); at++) {
            var columns = records.get(at).cells().stream()
                    .map(cell -> cell.replaceAll("[(（].*", "").strip())
                    .toList();
            if (columns.containsAll(List.of(TIME, FROM, DIRECTION, AMOUNT))) {
                return Optional.of(new BillReader(columns, at));
            }
        }
        return Optional.empty();
    }

    ReadTransfers read(List<CsvRecord> records) {
        var transfers = new ArrayList<Transfer>();
        var unreadable = new ArrayList<Unreadable>();
        var aside = new ArrayList<Aside>();
        for (int at = 0; at < records.size(); at++) {
            var line = records.get(at);
            var kind = at <= head ? Kind.HEADING : kind(line);
            var why = kind == null ? why(line) : null;
            if (kind != null) {
                aside.add(new Aside(line.line(), kind));
            } else if (why != null) {
                unreadable.add(new Unreadable(line.line(), line.written(), why));
            } else {
                transfers.add(transfer(line));
            }
        }
        return new ReadTransfers(transfers, unreadable, aside);
    }

    private @Nullable Kind kind(CsvRecord line) {
        var direction = cell(line, DIRECTION);
        boolean out = direction.equals("支出") || direction.equals("/") || direction.startsWith("中性");
        return out ? Kind.OUTGOING : null;
    }

    private @Nullable Why why(CsvRecord line) {
        if (line.cells().size() < columns.size() || !cell(line, DIRECTION).equals("收入")) {
            return Why.BROKEN;
        }
        if (BACK.matcher(cell(line, "当前状态")).find()) {
            return Why.GIVEN_BACK;
        }
        if (Amounts.yuan(YUAN, cell(line, AMOUNT)) == null) {
            return Why.NO_AMOUNT;
        }
        return from(line).isEmpty() ? Why.NO_NAME : null;
    }

    private Transfer transfer(CsvRecord line) {
        var number = cell(line, "交易单号");
        return new Transfer(
                line.line(),
                line.written(),
                TransferLine.name(from(line)),
                Objects.requireNonNull(Amounts.yuan(YUAN, cell(line, AMOUNT))),
                Moment.in(cell(line, TIME)).when(),
                NUMBER.matcher(number).matches() ? number : "",
                TransferLine.note(Stream.of("备注", "商品")
                        .map(column -> cell(line, column))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" "))));
    }

    private String from(CsvRecord line) {
        return cell(line, FROM);
    }

    private String cell(CsvRecord line, String column) {
        int at = columns.indexOf(column);
        var cell = at < 0 || at >= line.cells().size() ? "" : line.cells().get(at);
        return cell.equals("/") && !column.equals(DIRECTION)
                ? ""
                : cell.replace("`", "").strip();
    }
}
