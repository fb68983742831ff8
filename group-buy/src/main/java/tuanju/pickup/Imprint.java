package tuanju.pickup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What stands on every sheet of paper, so that two of them can be told apart later.
 *
 * @param title what the list is of: the cycle's title
 * @param place where and when the goods are collected
 * @param version changes whenever an order on the list does; equal on two sheets that say the same
 */
record Imprint(String title, String place, ZonedDateTime printed, String printedBy, String version) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    String printedAt() {
        return MINUTE.format(printed);
    }

    /** Six hex digits of the SHA-256 over everything the sheet says. */
    static String versionOf(PickupSheet sheet) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var said = digest.digest(sheet.households().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(said, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
