package tuanju.note.reading;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.Invalid;
import tuanju.command.RateLimits;
import tuanju.member.MemberId;
import tuanju.picture.PictureRef;
import tuanju.picture.Pictures;

/** Pictures that are uploaded for a note, whether or not it is written in the end. */
@Component
@RequiredArgsConstructor
class NotePictures {

    private static final int MOST = 9;
    private static final int AN_HOUR = 90;

    private final Pictures pictures;
    private final RateLimits limits;

    /** Refuses with CannotUsePicture what is none, with TooMany more than ninety an hour. */
    PictureRef store(MemberId owner, MultipartFile upload) {
        limits.take("picture " + owner.value(), AN_HOUR, Duration.ofHours(1));
        return pictures.store(owner.value(), upload);
    }

    /**
     * Stores those that came with a form which has so many already, and does what they are for, in one transaction: what is
     * refused leaves none behind. A browser sends an empty one where none was chosen.
     */
    <T> T storedFor(MemberId owner, int had, @Nullable List<MultipartFile> uploads, Function<List<String>, T> use) {
        var sent = uploads == null
                ? List.<MultipartFile>of()
                : uploads.stream().filter(it -> !it.isEmpty()).toList();
        if (had + sent.size() > MOST) {
            throw new Invalid("pictures", "note-too-many-pictures", MOST);
        }
        sent.forEach(it -> limits.take("picture " + owner.value(), AN_HOUR, Duration.ofHours(1)));
        return pictures.storedFor(
                owner.value(),
                sent,
                added -> use.apply(added.stream().map(PictureRef::value).toList()));
    }
}
