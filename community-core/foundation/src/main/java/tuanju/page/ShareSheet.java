package tuanju.page;

import org.jspecify.annotations.Nullable;

/**
 * What one can hand on.
 *
 * @param url absolute
 * @param text the words with the link in them, for pasting into a chat
 */
public record ShareSheet(String url, String title, String text, Pictures pictures) {

    /**
     * Pictures that lead to the same page.
     *
     * @param qr path of its QR code
     * @param poster path of its poster; null where it has none
     * @param file what the saved poster is called
     */
    public record Pictures(String qr, @Nullable String poster, String file) {}
}
