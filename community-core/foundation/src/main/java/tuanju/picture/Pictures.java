package tuanju.picture;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * Pictures by their reference: an uploaded picture, an illustration drawn for this project, or a tile drawn for their kind.
 */
@Component
@RequiredArgsConstructor
public class Pictures {

    private final Uploads uploads;
    private final PictureRows rows;
    private final Illustrations illustrations;

    /**
     * Decodes, re-encodes (JPEG, at most 1600 px, no EXIF) and stores an upload. Refuses what is no picture, too large
     * (10 MB, 40 million pixels) or animated.
     */
    @Transactional
    public PictureRef store(UUID owner, MultipartFile upload) {
        return rows.store(owner, small(upload), false);
    }

    /** The same for what is still being written: it goes after a day, unless it is {@linkplain #take taken} before. */
    @Transactional
    public PictureRef storeLoose(UUID owner, MultipartFile upload) {
        return rows.store(owner, small(upload), true);
    }

    /**
     * Stores uploads and does what they are for in one transaction: whatever of it is refused leaves no picture behind. All
     * are looked at before the first is stored, one by one, and none is held larger than it is kept; refuses like {@link #store}.
     */
    @Transactional
    public <T> T storedFor(UUID owner, List<MultipartFile> uploaded, Function<List<PictureRef>, T> use) {
        var decoded = uploaded.stream().map(this::small).toList();
        return use.apply(
                decoded.stream().map(it -> rows.store(owner, it, false)).toList());
    }

    /**
     * They stay, shown by what is stored in the caller's transaction. Whether this owner may show each of these: an upload of
     * their own, or an illustration, which is everybody's.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(UUID owner, List<PictureRef> all) {
        var uploads =
                all.stream().filter(PictureRef::isUpload).map(PictureRef::name).toList();
        return rows.take(owner, uploads) == uploads.size()
                && all.stream().allMatch(it -> it.isUpload() || illustrations.has(it.name()));
    }

    /** The address of this picture, square, at least the given width; an absent one gives a tile drawn for what the name says. */
    public String url(@Nullable PictureRef picture, String name, int width) {
        if (picture != null && picture.isUpload()) {
            return "/pictures/" + picture.name() + "-" + PictureRows.widthFor(width) + ".jpg";
        }
        if (picture != null && illustrations.has(picture.name())) {
            return Illustrations.pathOf(picture.name());
        }
        return "/tiles/" + TileKind.of(name).slug() + "-" + Tiles.hueOf(name) + ".svg";
    }

    /** The picture as pixels for posters, square, of exactly this width. */
    public BufferedImage raster(@Nullable PictureRef picture, String name, int width) {
        if (picture != null && picture.isUpload()) {
            return rows.jpeg(picture.name(), PictureRows.widthFor(width))
                    .map(it -> Pixels.square(Pixels.read(it), width))
                    .orElseGet(() -> tile(name, width));
        }
        if (picture != null && illustrations.has(picture.name())) {
            return illustrations.raster(picture.name(), width);
        }
        return tile(name, width);
    }

    private BufferedImage small(MultipartFile upload) {
        return Pixels.within(uploads.decode(upload), PictureRows.WIDEST);
    }

    private static BufferedImage tile(String name, int width) {
        return Illustrations.draw(Tiles.svg(TileKind.of(name), Tiles.hueOf(name)), width);
    }
}
