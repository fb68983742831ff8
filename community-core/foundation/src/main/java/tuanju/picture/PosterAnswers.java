package tuanju.picture;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers with a poster, 1080 × 1440 pixels; what it shows is sent once, until it shows something else. */
@Component
@RequiredArgsConstructor
public class PosterAnswers {

    /** Words in a language belong to whoever asked, not into a cache that others share. */
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();

    private final Easels easels;

    /**
     * Refuses with TooMany when too many others are being painted.
     *
     * @param shown all that the poster shows beside the language: the same for the same poster
     */
    public ResponseEntity<byte[]> of(List<?> shown, ServletWebRequest request, Supplier<BufferedImage> painter) {
        var state = state(shown);
        var tag = '"' + state + '"';
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(ASK_AGAIN).build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(ASK_AGAIN)
                .contentType(MediaType.IMAGE_PNG)
                .body(easels.png(state, request.getRequest(), painter));
    }

    private static String state(List<?> shown) {
        var all = List.of(LocaleContextHolder.getLocale(), shown).toString();
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
