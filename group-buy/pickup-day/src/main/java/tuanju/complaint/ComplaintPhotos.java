package tuanju.complaint;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.complaint.ComplaintCard.About;
import tuanju.picture.PictureRef;
import tuanju.picture.Pictures;

/** Where the photo of a complaint is; templates ask for it. */
@Component("complaintPhotos")
@RequiredArgsConstructor
public class ComplaintPhotos {

    private final Pictures pictures;

    /** Its address in at least this width; null where there is no photo. */
    public @Nullable String url(About about, int width) {
        return about.picture() == null
                ? null
                : pictures.url(new PictureRef(about.picture()), about.productName(), width);
    }
}
