package tuanju.note;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.membership.Visibility;
import tuanju.picture.PictureRef;

/**
 * A note in a list: its cover, its title, who wrote it, and how many readers said something with one tap.
 *
 * @param cover null where it has no picture; then its first words stand for it
 */
public record NoteTile(
        Code code,
        String title,
        String start,
        @Nullable PictureRef cover,
        Author author,
        int reactions,
        boolean promoted,
        Visibility visibility,
        List<String> topics,
        Instant written) {

    public String path() {
        return "/n/" + code;
    }
}
