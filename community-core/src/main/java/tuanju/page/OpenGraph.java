package tuanju.page;

/**
 * How a page looks when its link is pasted into a chat.
 *
 * @param imageUrl absolute
 * @param url absolute, the canonical address
 */
public record OpenGraph(String title, String description, String imageUrl, String url) {}
