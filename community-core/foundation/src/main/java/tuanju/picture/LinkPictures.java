package tuanju.picture;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pictures of links in chats, as JPEG: chat apps draw no SVG. Each state is painted once and kept by every cache. */
@Component
@RequiredArgsConstructor
public class LinkPictures {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Pictures pictures;
    private final Typefaces typefaces;
    private final Easels easels;

    /**
     * The picture as it is now, also under the address of an earlier state: a message of yesterday is better served with
     * today's seats than with none. Refuses with TooMany when too many others are being painted.
     */
    public ResponseEntity<byte[]> answer(LinkPicture now, String asked, HttpServletRequest request) {
        var state = now.state();
        var jpeg = easels.jpeg(
                state,
                request,
                () -> LinkPainter.paint(
                        now, pictures.raster(now.picture(), now.title(), LinkPainter.GOODS), typefaces::sized));
        return ResponseEntity.ok()
                .cacheControl(state.equals(asked) ? FOR_EVER : FOR_A_MINUTE)
                .eTag('"' + state + '"')
                .contentType(MediaType.IMAGE_JPEG)
                .body(jpeg);
    }
}
