package tuanju.page;

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
     * @param poster path of its poster
     * @param file what the saved poster is called
     */
    public record Pictures(String qr, String poster, String file) {}
}
