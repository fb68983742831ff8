package tuanju.link;

import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.page.ShareSheet;

/**
 * How a reader hands a page on: by a link of their own where they made one.
 *
 * @param path of the page
 * @param known whether we know who reads, so that a link could be theirs
 * @param code null before they made one
 * @param url what they hand on: with the code where there is one
 */
public record OwnLink(
        String kind,
        Code page,
        String path,
        boolean known,
        @Nullable Code code,
        String url) {

    /** The page with these words; text, QR code and poster all lead there by this link. */
    public ShareSheet sheet(String title, String words, boolean poster) {
        var by = code == null ? "" : "?" + Touch.FIELD + "=" + code;
        return new ShareSheet(
                url,
                title,
                title + " " + words + " " + url,
                new ShareSheet.Pictures(
                        path + "/qr.svg" + by, poster ? path + "/poster.png" + by : null, "tuanju-" + page + ".png"));
    }
}
