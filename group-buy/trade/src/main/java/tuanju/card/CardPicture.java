package tuanju.card;

import org.jspecify.annotations.Nullable;
import tuanju.picture.PictureRef;

/**
 * A picture of goods.
 *
 * @param name of the goods; a picture that is missing is drawn for it
 */
public record CardPicture(String name, @Nullable PictureRef picture) {}
