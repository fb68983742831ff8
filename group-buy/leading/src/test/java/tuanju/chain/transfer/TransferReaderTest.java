package tuanju.chain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tuanju.chain.transfer.ReadTransfers.Kind;
import tuanju.chain.transfer.ReadTransfers.Unreadable;
import tuanju.chain.transfer.ReadTransfers.Why;

/** Transfers are read from pasted lines and from WeChat's bill, and no line is lost. */
class TransferReaderTest {

    private static final String BILL = """
            微信支付账单明细,,,,,,,,,,
            微信昵称：[团长],,,,,,,,,,
            起始时间：[2026-11-01 00:00:00] 终止时间：[2026-11-28 00:00:00],,,,,,,,,,
            共4笔记录,,,,,,,,,,
            ----------------------微信支付账单明细列表--------------------,,,,,,,,
            交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注
            2026-11-27 12:01:03,转账,"温岚","转账备注:3-501",收入,¥35.00,/,已存入零钱,"1000050001202611270000001\t","1000050001\t","/"
            2026-11-27 12:05:00,二维码收款,石磊,"收款方备注:二维码收款",收入,¥12.30,/,已收钱,1000050001202611270000002,/,/
            2026-11-27 13:00:00,商户消费,便利店,"水, 纸",支出,¥8.00,零钱,支付成功,1000050001202611270000003,1,/
            2026-11-27 14:00:00,转账,于娜,/,收入,¥9.90,/,已全额退款,1000050001202611270000004,/,/
            2026-11-27 15:00:00,零钱提现,招商银行,/,/,¥500.00,/,提现已到账,1000050001202611270000005,/,服务费¥0.50
            2026-11-27 16:00:00,转账,小艾
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            温岚 35.00 2026-11-27 12:01:03        | 温岚     | 3500  | 2026-11-27 12:01
            温岚 35 11月27日 12:01                | 温岚     | 3500  | 11-27 12:01
            3-501 温岚 35元 12:01                 | 温岚     | 3500  | 12:01
            1. 温岚 ¥1,234.50                     | 温岚     | 123450 | ''
            12:01 温岚 转账 35.5                  | 温岚     | 3550  | 12:01
            微信转账 来自温岚 ￥３５.００           | 温岚     | 3500  | ''
            温岚向你转账35.00元                    | 温岚     | 3500  | ''
            Mary Ann +42                          | Mary Ann | 4200  | ''
            温岚 - 35.00                          | 温岚     | 3500  | ''
            温岚,35.00,2026/11/7 9:05             | 温岚     | 3500  | 2026-11-07 09:05
            """)
    void readsAName_AnAmountAndATimeInAnySequence(String line, String name, long fen, String when) {
        var read = TransferReader.read(line);

        assertThat(read.unreadable()).isEmpty();
        assertThat(read.transfers())
                .extracting(Transfer::from, it -> it.amount().fen(), Transfer::when)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(name, fen, when));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            温岚 已转                   | NO_AMOUNT
            温岚 0.00                   | NO_AMOUNT
            35.00 12:01                 | NO_NAME
            温岚 35.00 和 12.00         | SEVERAL_AMOUNTS
            温岚 35.00 已退款           | GIVEN_BACK
            便利店 -8.00                | WENT_OUT
            """)
    void saysWhyALineCannotBeUsed(String line, Why why) {
        assertThat(TransferReader.read(line).unreadable())
                .extracting(Unreadable::why)
                .containsExactly(why);
    }

    @Example
    void readsWeChatsBillAndKeepsNothingOfWhatWentOut() {
        var read = TransferReader.read(BILL);

        assertThat(read.transfers())
                .extracting(Transfer::from, it -> it.amount().fen(), Transfer::when, Transfer::number)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "温岚", 3500L, "2026-11-27 12:01", "1000050001202611270000001"),
                        org.assertj.core.groups.Tuple.tuple(
                                "石磊", 1230L, "2026-11-27 12:05", "1000050001202611270000002"));
        assertThat(read.transfers().getFirst().note()).contains("3-501");
        assertThat(read.unreadable())
                .extracting(Unreadable::line, Unreadable::why)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(10, Why.GIVEN_BACK),
                        org.assertj.core.groups.Tuple.tuple(12, Why.BROKEN));
        assertThat(read.aside()).filteredOn(it -> it.kind() == Kind.OUTGOING).hasSize(2);
    }

    @Example
    void aNumberThatASpreadsheetHasRoundedIsNoNumber() {
        var read = TransferReader.read(BILL.replace("1000050001202611270000002", "1.00005E+24"));

        assertThat(read.transfers()).extracting(Transfer::number).containsExactly("1000050001202611270000001", "");
    }

    @Example
    void readsWhateverEncodingAPhoneOrASpreadsheetSaves() {
        var mark = "\uFEFF" + BILL;
        for (var file : List.of(
                BILL.getBytes(StandardCharsets.UTF_8),
                mark.getBytes(StandardCharsets.UTF_8),
                BILL.getBytes(Charset.forName("GBK")))) {
            assertThat(TransferReader.read(TransferText.of(file)).transfers()).hasSize(2);
        }
    }

    @Example
    void aQuoteThatNobodyClosesSwallowsNoLine() {
        var read = TransferReader.read(BILL.replace("\"温岚\"", "\"温岚"));

        assertThat(read.transfers().size() + read.unreadable().size()).isEqualTo(4);
    }

    /** Half of a thousand lines cannot be read: they are shown, and nothing is lost. */
    @Property(tries = 60) // each is a thousand lines
    void everyLineIsOnExactlyOnePile(@ForAll @Size(max = 1000) List<String> noise) {
        var text = String.join("\n", noise) + "\n" + "温岚 35.00 12:01\n".repeat(10) + "温岚 已转\n".repeat(10);
        var lines = text.lines().filter(line -> !line.isBlank()).count();

        var read = TransferReader.read(text);

        var numbers = Stream.of(
                        read.transfers().stream().map(Transfer::line),
                        read.unreadable().stream().map(Unreadable::line),
                        read.aside().stream().map(ReadTransfers.Aside::line))
                .flatMap(each -> each)
                .toList();
        assertThat(numbers).doesNotHaveDuplicates().hasSize((int) lines);
        assertThat(read.transfers().size()).isGreaterThanOrEqualTo(10);
    }
}
