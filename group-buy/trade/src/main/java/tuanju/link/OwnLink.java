package tuanju.link;

import org.jspecify.annotations.Nullable;
import tuanju.community.Code;

/**
 * The reader's own link to a page, as its share part shows it.
 *
 * @param code null before they made one
 * @param url what they hand on: with the code where there is one
 */
public record OwnLink(String kind, Code page, @Nullable Code code, String url) {}
