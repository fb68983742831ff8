package tuanju.shop;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.RateLimits;
import tuanju.member.MemberId;
import tuanju.picture.Pictures;

/** Pictures that come with the forms of a shop; those that it shows in the end not go after a day. */
@Component
@RequiredArgsConstructor
class ShopPictures {

    private static final int AN_HOUR = 90;

    private final Pictures pictures;
    private final RateLimits limits;

    /**
     * The name of what was chosen; of nothing, which a browser sends as an empty file, null, or an empty name where there is to be
     * none. Refuses with CannotUsePicture what is none, with TooMany more than ninety an hour.
     */
    @Nullable
    String stored(MemberId owner, @Nullable MultipartFile upload, boolean bare) {
        if (upload == null || upload.isEmpty()) {
            return bare ? "" : null;
        }
        limits.take("picture " + owner.value(), AN_HOUR, Duration.ofHours(1));
        return pictures.storeLoose(owner.value(), upload).value();
    }
}
