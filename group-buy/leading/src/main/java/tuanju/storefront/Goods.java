package tuanju.storefront;

import org.jspecify.annotations.Nullable;
import tuanju.picture.PictureRef;

/** Something sold, as a poster shows it. */
record Goods(String name, @Nullable PictureRef picture) {}
