package tuanju.complaint;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.Invalid;
import tuanju.command.RateLimits;
import tuanju.picture.PictureRef;
import tuanju.picture.Pictures;

/** The photo of a complaint: just taken, or kept on its form since that was refused, for a day at most. */
@Component
@RequiredArgsConstructor
class SentPhotos {

    private static final int AN_HOUR = 60;

    private final Pictures pictures;
    private final RateLimits limits;

    /**
     * By which reference it can be seen on the form; null where there is none. Refuses with CannotUsePicture what is none, with
     * TooMany more than sixty an hour.
     */
    @Nullable
    String arrived(UUID owner, @Nullable MultipartFile sent, @Nullable String kept) {
        if (sent == null || sent.isEmpty()) {
            return kept == null || kept.isBlank() ? null : kept;
        }
        limits.take("complaint photo " + owner, AN_HOUR, Duration.ofHours(1));
        return pictures.storeLoose(owner, sent).value();
    }

    /** The picture that a form kept. */
    static @Nullable PictureRef shown(@Nullable String kept) {
        return kept != null && PictureRef.isOne(kept) ? new PictureRef(kept) : null;
    }

    /** It stays, with what is reported in the caller's transaction. Refuses with Invalid what this owner did not send. */
    @Nullable
    String taken(UUID owner, @Nullable String photo) {
        if (photo != null && (!PictureRef.isOne(photo) || !pictures.take(owner, List.of(new PictureRef(photo))))) {
            throw new Invalid("kept", "complaint-photo-gone");
        }
        return photo;
    }
}
