package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a line that holds a whole numbered list, as some chats copy it, at the numbers that count on from each other. */
final class OneLine {

    private static final String UNITS = "份箱盒个件斤袋瓶包只条块提桶组套颗串筐罐板枚杯支根打片碗盘";
    private static final Pattern WRITTEN = Pattern.compile("(?<=^|[\\s,，;；。!！)）" + UNITS + "付])"
            + "(?<number>\\d{1,3})(?<mark>\\s?(?:[、．)）]|\\.(?!\\d{1,2}(?![-号栋幢座#\\d])|\\d{3,})))(?!\\s*$)");
    private static final Pattern KEYCAP = Pattern.compile("(?<number>\\d{1,2})(?<mark>\\uFE0F?\\u20E3)");
    private static final Pattern CIRCLED =
            Pattern.compile("(?<=^|[\\s,，;；])(?<number>[①-⑳])(?<mark>)\\s?(?=[\\p{IsHan}A-Za-z])");
    private static final Pattern COUNTED = Pattern.compile("[\\d０-９一二两兩俩倆仨三四五六七八九十①-⑳]|同|一[样樣]|来[个份]|來[個份]");
    private static final Pattern PRICED = Pattern.compile("[元¥￥]|块钱");

    private OneLine() {}

    static List<String> cut(String line) {
        for (var pattern : List.of(WRITTEN, KEYCAP, CIRCLED)) {
            var starts = starts(line, pattern);
            if (!starts.isEmpty()) {
                return pieces(line, starts);
            }
        }
        return List.of(line);
    }

    /** Where entries begin; none where the line is one entry, or figures in it only look like numbers of a list. */
    private static List<Integer> starts(String line, Pattern pattern) {
        var starts = new ArrayList<Integer>();
        var found = pattern.matcher(line);
        int last = 0;
        var mark = "";
        while (found.find()) {
            int number = number(found.group("number"));
            boolean first = starts.isEmpty()
                    && (number == 1 || line.substring(0, found.start()).isBlank());
            if (first) {
                mark = found.group("mark").strip();
            } else if (!mark.equals(found.group("mark").strip())) {
                continue;
            }
            boolean next = !starts.isEmpty()
                    && number == last + 1
                    && COUNTED.matcher(line.substring(starts.getLast(), found.start())
                                    .replaceFirst("^\\d+", ""))
                            .find();
            if (!starts.isEmpty() && number == 1 && last == 1) {
                return List.of();
            }
            if (first || next) {
                starts.add(found.start());
                last = number;
            }
        }
        boolean fromOne = last == starts.size();
        boolean headed = fromOne && !starts.isEmpty() && isHeaded(line, starts.getFirst());
        boolean listed = headed || starts.size() > 2 || starts.size() == 2 && fromOne && !mark.equals("、");
        boolean prices = pattern == CIRCLED && PRICED.matcher(line).find();
        return listed && !prices ? starts : List.of();
    }

    private static boolean isHeaded(String line, int start) {
        return start > 0 && Gist.isHeading(Shelf.plain(line.substring(0, start)));
    }

    private static int number(String written) {
        char first = written.charAt(0);
        return first >= '①' && first <= '⑳' ? first - '①' + 1 : Integer.parseInt(written);
    }

    private static List<String> pieces(String line, List<Integer> starts) {
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int start : starts) {
            pieces.add(line.substring(from, start).strip());
            from = start;
        }
        pieces.add(line.substring(from).strip());
        pieces.removeIf(String::isBlank);
        return pieces;
    }
}
