package tuanju.order.book;

/**
 * Something a buyer can do about an order on a page of another module.
 *
 * @param icon the name of an icon
 * @param key of the message that names it
 * @param path the page
 */
public record OrderLink(String icon, String key, String path) {}
