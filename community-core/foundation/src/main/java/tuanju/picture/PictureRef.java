package tuanju.picture;

import java.util.regex.Pattern;

/** Names a picture: {@code up:<random code>} for an upload, {@code art:grapes} for an illustration shipped with the program. */
public record PictureRef(String value) {

    private static final Pattern VALID = Pattern.compile("(up:[a-z0-9]{20}|art:[a-z][a-z\\-]{1,40})");

    public PictureRef {
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not a picture reference");
        }
    }

    /** Whether this text names a picture, if only one that is gone. */
    public static boolean isOne(String text) {
        return VALID.matcher(text).matches();
    }

    boolean isUpload() {
        return value.startsWith("up:");
    }

    /** The part behind the colon. */
    String name() {
        return value.substring(value.indexOf(':') + 1);
    }
}
