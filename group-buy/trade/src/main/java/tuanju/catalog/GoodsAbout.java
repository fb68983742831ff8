package tuanju.catalog;

import java.util.List;
import tuanju.picture.PictureRef;

/**
 * What people may read of goods before they want them.
 *
 * @param category as the catalogue sorts them; empty where it does not
 * @param pictures the first one is on cards
 */
public record GoodsAbout(String category, String origin, String description, List<PictureRef> pictures) {

    /** Nothing is said. */
    public static final GoodsAbout NOTHING = new GoodsAbout("", "", "", List.of());

    public GoodsAbout {
        pictures = List.copyOf(pictures);
    }

    /** Whether there is more to read or see than a card shows. */
    public boolean isMore() {
        return !description.isEmpty() || !origin.isEmpty() || pictures.size() > 1;
    }
}
