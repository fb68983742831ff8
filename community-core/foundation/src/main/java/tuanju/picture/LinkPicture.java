package tuanju.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the picture of a link in a chat (链接图) shows, in words already chosen for its reader.
 *
 * @param picture of the goods; null gives a generated tile
 * @param title of what is sold
 * @param detail such as the spec or what else there is; may be empty
 * @param label beside the price: 3人团; may be empty
 * @param price as ¥39.90; may be empty
 * @param seats of a team, and how many of them are paid; none where nobody waits for seats
 * @param progress how far it is
 * @param brand who says so, and where it is
 */
public record LinkPicture(
        @Nullable PictureRef picture,
        String title,
        String detail,
        String label,
        String price,
        Seats seats,
        String progress,
        List<String> brand) {

    public static final int WIDTH = 1200;
    public static final int HEIGHT = 630;

    public LinkPicture {
        brand = List.copyOf(brand);
    }

    /** So many paid of so many. */
    public record Seats(int paid, int all) {
        public static final Seats NONE = new Seats(0, 0);
    }

    /** The languages such a picture speaks: it is fetched by machines, so that its address says which. */
    public enum Language {
        ZH(Locale.SIMPLIFIED_CHINESE),
        EN(Locale.ENGLISH);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        public Locale locale() {
            return locale;
        }

        /** The one a page in this language leads to. */
        public static Language of(Locale page) {
            return page.getLanguage().equals(EN.locale.getLanguage()) ? EN : ZH;
        }

        /** As it stands in an address; refuses nothing, for addresses let no other in. */
        public static Language named(String name) {
            return Arrays.stream(values())
                    .filter(it -> it.path().equals(name))
                    .findFirst()
                    .orElse(ZH);
        }

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Names all that it shows: another state has another address, so that no cache tells of an old one. */
    String state() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** Its address under that of the page it belongs to. */
    public String path(String page, Language language) {
        return page + "/link-" + language.path() + "-" + state() + ".jpg";
    }
}
