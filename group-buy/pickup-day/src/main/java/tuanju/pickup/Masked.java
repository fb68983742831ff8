package tuanju.pickup;

import java.util.Set;
import java.util.regex.Pattern;

/** What a leader may see of a person on lists, labels and the desk. */
public final class Masked {

    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9])(1[3-9][0-9])[ -]?[0-9]{4}[ -]?([0-9]{4})(?![0-9])");

    private static final Set<String> SURNAMES_OF_TWO = Set.of(
            "欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "东方", "南宫", "独孤", "端木", "申屠",
            "呼延", "澹台");

    private Masked() {}

    /** The surname, and that there is more: 郭**. */
    public static String name(String full) {
        var name = full.strip();
        if (name.isEmpty()) {
            return "**";
        }
        int shown = name.length() > 2 && SURNAMES_OF_TWO.contains(name.substring(0, 2)) ? 2 : 1;
        return name.substring(0, name.offsetByCodePoints(0, shown)) + "**";
    }

    /** A note without the phone numbers people write into it. */
    public static String note(String written) {
        return MOBILE.matcher(written.strip()).replaceAll("$1****$2");
    }
}
