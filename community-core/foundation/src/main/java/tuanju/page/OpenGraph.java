package tuanju.page;

/**
 * How a page looks when its link is pasted into a chat.
 *
 * @param url absolute, the canonical address
 */
public record OpenGraph(String title, String description, Image image, String url) {

    /**
     * Its picture, which chats fetch themselves.
     *
     * @param url absolute
     * @param type such as image/jpeg; no chat app draws SVG
     */
    public record Image(String url, String type, int width, int height) {}
}
