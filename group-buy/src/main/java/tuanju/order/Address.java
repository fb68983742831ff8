package tuanju.order;

/**
 * Where a recipient lives, as far as it is known; empty texts where it is not.
 *
 * @param text the address as it was typed
 * @param origin where building and room were read from: "profile", "columns", "text", "note", "by-hand"
 */
public record Address(String text, String lane, String building, String room, String origin) {

    public static final Address NONE = new Address("", "", "", "", "");
}
