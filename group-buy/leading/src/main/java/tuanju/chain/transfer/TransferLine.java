package tuanju.chain.transfer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.chain.transfer.ReadTransfers.Kind;
import tuanju.chain.transfer.ReadTransfers.Why;

/** One pasted line: a name, an amount, perhaps a time, in any sequence. */
sealed interface TransferLine {

    int LONGEST_NAME = 40;
    int LONGEST_NOTE = 200;
    Pattern SUM = Pattern.compile("合计|总计|小计|共计|共\\s?\\d+\\s?笔|总额");
    Pattern COLUMNS = Pattern.compile("金额|姓名|昵称|账单|明细|^-{3,}$|^={3,}$");
    Pattern OUT = Pattern.compile("^支出|提现|(?<!\\S)-[¥￥]?\\d+(?:\\.\\d{1,2})?(?:\\s|元|$)");
    Pattern BACK = Pattern.compile("已?退款|已?退还|已退回");
    Pattern ORDINAL = Pattern.compile("^\\(?\\d{1,4}\\s?[.、)](?!\\d)\\s*");
    Pattern SAYS = Pattern.compile(
            "(?:微信|支付宝)?(?:转账|收款|到账|收钱)(?:给你|成功|到账)?|微信红包" + "|已(?:收款|收钱|收|付款?|转账?)|二维码|来自|向你|转给你|转来|付款|收到|收入");

    /** A transfer. */
    record Is(Transfer transfer) implements TransferLine {}

    /** A line that tells of none. */
    record IsNone(Kind kind) implements TransferLine {}

    /** A line that may be one. */
    record IsUnreadable(Why why) implements TransferLine {}

    static TransferLine read(int line, String written) {
        var text = ORDINAL.matcher(
                        Normalizer.normalize(written, Normalizer.Form.NFKC).strip())
                .replaceFirst("");
        var moment = Moment.in(text);
        var found = Amounts.in(moment.rest());
        var said = Said.in(SUM.matcher(found.rest()).replaceAll(" "));
        boolean sum = said.name().isEmpty() && SUM.matcher(text).find();
        if (sum || found.amount() == null && COLUMNS.matcher(text).find()) {
            return new IsNone(Kind.HEADING);
        }
        var why = why(text, found, said);
        var amount = found.amount();
        return amount == null || why != null
                ? new IsUnreadable(why == null ? Why.NO_AMOUNT : why)
                : new Is(new Transfer(line, written, name(said.name()), amount, moment.when(), "", note(said.note())));
    }

    private static @Nullable Why why(String text, Amounts.Found found, Said said) {
        if (OUT.matcher(text).find()) {
            return Why.WENT_OUT;
        }
        if (BACK.matcher(text).find()) {
            return Why.GIVEN_BACK;
        }
        if (found.amount() == null) {
            return Why.NO_AMOUNT;
        }
        if (!found.isOne()) {
            return Why.SEVERAL_AMOUNTS;
        }
        return said.name().isEmpty() ? Why.NO_NAME : null;
    }

    static String name(String name) {
        return cut(name, LONGEST_NAME);
    }

    static String note(String note) {
        return cut(note, LONGEST_NOTE);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** What is left of a line without its amount and its time: a name, and whatever else. */
    record Said(String name, String note) {

        private static final Pattern LETTER = Pattern.compile("[\\p{L}*]");
        private static final Pattern DOOR = Pattern.compile(".*\\d\\s?(?:号楼|[号栋幢座楼#-]).*|\\d+(?:室|单元)?");

        static Said in(String rest) {
            var names = new ArrayList<String>();
            var others = new ArrayList<String>();
            boolean goesOn = false;
            for (var word : SAYS.matcher(rest).replaceAll(" ").split("[\\s,;:|/。，；：]+")) {
                boolean more = goesOn && isLatin(word) && isLatin(names.getLast());
                goesOn = more || names.isEmpty() && LETTER.matcher(word).find() && !isDoor(word);
                if (goesOn) {
                    names.add(word);
                } else if (!word.isEmpty()) {
                    others.add(word);
                }
            }
            return new Said(String.join(" ", names), String.join(" ", others));
        }

        private static boolean isDoor(String word) {
            return DOOR.matcher(word).matches()
                    && word.codePoints().filter(Character::isLetter).count() < 3;
        }

        private static boolean isLatin(String word) {
            return word.matches("[A-Za-z.'-]+");
        }
    }
}
