package tuanju.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as JSON, amounts in fen.
 *
 * @param photo its address; null where there is none
 * @param byBuyer whether its buyer reported it, and not who stood at the desk
 * @param withLeader whether it waits for its leader now, and not for an operator
 * @param givenFen zero while it waits and when it was declined
 * @param answer what the operator wrote; empty when nothing
 */
record ComplaintView(
        String order,
        String product,
        String spec,
        ComplaintKind kind,
        int pieces,
        long askedFen,
        String note,
        @Nullable String photo,
        boolean byBuyer,
        Instant reportedAt,
        ComplaintStatus status,
        boolean withLeader,
        long givenFen,
        @Nullable Instant decidedAt,
        String answer) {

    static ComplaintView of(ComplaintCard complaint, ComplaintPhotos photos) {
        var about = complaint.about();
        return new ComplaintView(
                about.orderCode(),
                about.productName(),
                about.spec(),
                about.kind(),
                about.pieces(),
                about.asked().fen(),
                about.note(),
                photos.url(about, 800),
                complaint.byBuyer(),
                complaint.reported(),
                complaint.status(),
                complaint.turn().withLeader(),
                complaint.given().fen(),
                complaint.decided(),
                complaint.answer());
    }
}
