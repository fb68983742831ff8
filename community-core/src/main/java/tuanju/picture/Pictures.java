package tuanju.picture;

import java.awt.image.BufferedImage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Pictures by their reference: an uploaded picture, an illustration drawn for this project, or a generated tile. */
@Component
public class Pictures {

    /** Decodes, re-encodes (JPEG, at most 1600 px, no EXIF) and stores an upload. Refuses what is no picture, too large (10 MB, 40 million pixels) or animated. */
    public PictureRef store(UUID owner, MultipartFile upload) {
        throw new UnsupportedOperationException();
    }

    /** The address of this picture, square, at least the given width; an absent one gives a generated tile for the name. */
    public String url(@Nullable PictureRef picture, String name, int width) {
        throw new UnsupportedOperationException();
    }

    /** The picture as pixels for posters, square, of exactly this width. */
    public BufferedImage raster(@Nullable PictureRef picture, String name, int width) {
        throw new UnsupportedOperationException();
    }
}
