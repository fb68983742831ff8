package tuanju.page;

import java.util.regex.Pattern;

/** Paths that a visitor asks to be sent to: only our own, never another site. */
public final class OwnPath {

    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\w\\-./~%?=&+:,;@!*()']*");

    private OwnPath() {}

    /** The wanted path when it is one of ours, else the home page. */
    public static String orHome(String wanted) {
        boolean own = OWN.matcher(wanted).matches()
                && !wanted.contains("//")
                && !wanted.contains("..")
                && wanted.chars().noneMatch(Character::isISOControl);
        return own ? wanted : "/";
    }
}
