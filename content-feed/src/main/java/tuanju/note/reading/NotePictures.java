package tuanju.note.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.Invalid;
import tuanju.command.RateLimits;
import tuanju.command.Refusal;
import tuanju.member.MemberId;
import tuanju.picture.PictureRef;
import tuanju.picture.Pictures;

/** Pictures that are uploaded for a note; those that none shows in the end go after a day. */
@Component
@RequiredArgsConstructor
class NotePictures {

    private static final int MOST = 9;
    private static final int AN_HOUR = 90;

    private final Pictures pictures;
    private final RateLimits limits;

    /**
     * What came with a form.
     *
     * @param names of those that are there now, for a day until a note shows them
     * @param refused why the first that is not there is not; null where all are
     */
    record Uploaded(List<String> names, @Nullable Refusal refused) {}

    /** Refuses with CannotUsePicture what is none, with TooMany more than ninety an hour. */
    PictureRef store(MemberId owner, MultipartFile upload) {
        limits.take("picture " + owner.value(), AN_HOUR, Duration.ofHours(1));
        return pictures.storeLoose(owner.value(), upload);
    }

    /**
     * Stores those that came with a form which has so many already, one by one: whatever is refused afterwards, nobody has to
     * choose them again. A browser sends an empty one where none was chosen.
     */
    Uploaded uploaded(MemberId owner, int had, @Nullable List<MultipartFile> uploads) {
        var sent = uploads == null
                ? List.<MultipartFile>of()
                : uploads.stream().filter(it -> !it.isEmpty()).toList();
        var names = new ArrayList<String>();
        Refusal refused = had + sent.size() > MOST ? new Invalid("pictures", "note-too-many-pictures", MOST) : null;
        for (var upload : sent.subList(0, Math.clamp(MOST - had, 0, sent.size()))) {
            try {
                names.add(store(owner, upload).value());
            } catch (Refusal unusable) {
                refused = refused == null ? unusable : refused;
            }
        }
        return new Uploaded(names, refused);
    }
}
