package tuanju.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths that a visitor asks to be sent to: only our own, never another site. */
public final class OwnPath {

    private static final int LONGEST = 500;
    private static final Pattern OWN = Pattern.compile("/(?:[\\w~.\\-][\\w~.\\-/%]*)?(?:\\?[\\w~.\\-=&%,:+/]*)?");
    /** Ways to write another site, a step up or a line break so that a browser or a proxy still reads it. */
    private static final Pattern DISGUISED = Pattern.compile("//|/\\.|%(?:2f|5c|0[0-9a-f]|1[0-9a-f]|25|7f)");

    private OwnPath() {}

    /** The wanted path when it is one of ours, else the home page. */
    public static String orHome(@Nullable String wanted) {
        return wanted != null && isOwn(wanted) ? wanted : "/";
    }

    private static boolean isOwn(String wanted) {
        var path = wanted.contains("?") ? wanted.substring(0, wanted.indexOf('?')) : wanted;
        return wanted.length() <= LONGEST
                && OWN.matcher(wanted).matches()
                && !DISGUISED.matcher(path.toLowerCase(Locale.ROOT)).find()
                && !wanted.toLowerCase(Locale.ROOT).matches(".*%0[ad].*");
    }
}
