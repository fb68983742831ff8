package tuanju.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.address.DoorToken.Mark;

/** Cuts an address in plain characters into its numbers. */
final class DoorTokens {

    private static final int LONGEST_NUMBER = 7;
    private static final Pattern TOKEN =
            Pattern.compile("(?<number>[A-Za-z]?\\d+[A-Za-z]?(?![A-Za-z])|(?<![A-Za-z])[A-Za-z](?=\\s*(?:号楼|栋|幢|座|单元)))"
                    + "(?:\\s*(?<mark>号\\s*楼|#楼|号门|号线|栋楼|弄|号|#|栋|幢|座|单元|门(?=\\s*\\d)|楼|层|室|房|户|期|区|村|点|分|时|日|月|年|周"
                    + "|公斤|斤|盒|份|箱|个|件|元|块|袋|瓶|只|条|包|米|次|人|%))?");

    private DoorTokens() {}

    static List<DoorToken> in(String plain) {
        var tokens = new ArrayList<DoorToken>();
        var matcher = TOKEN.matcher(plain);
        int end = 0;
        while (matcher.find()) {
            tokens.add(token(matcher, plain.substring(end, matcher.start())));
            end = matcher.end();
        }
        return List.copyOf(tokens);
    }

    private static DoorToken token(Matcher matcher, String gap) {
        var number = matcher.group("number").toUpperCase(Locale.ROOT);
        var mark = number.length() > LONGEST_NUMBER ? Mark.NOISE : mark(matcher.group("mark"));
        return new DoorToken(number, mark, gap, matcher.group().strip());
    }

    private static Mark mark(@Nullable String word) {
        if (word == null) {
            return Mark.NONE;
        }
        return switch (word.replaceAll("\\s", "")) {
            case "弄" -> Mark.LANE;
            case "号楼", "#楼", "栋楼", "号", "#", "栋", "幢", "座", "楼" -> Mark.BUILDING;
            case "单元", "门" -> Mark.UNIT;
            case "层" -> Mark.FLOOR;
            case "室", "房", "户" -> Mark.ROOM;
            default -> Mark.NOISE;
        };
    }
}
