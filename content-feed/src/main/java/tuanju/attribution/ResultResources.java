package tuanju.attribution;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.attribution.TouchRows.Counted;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** What one's notes did, over the API. */
@RestController
@RequiredArgsConstructor
class ResultResources {

    private final NoteResults results;
    private final NoteTouches touches;

    /**
     * What one note, or those of one topic, did; amounts in fen.
     *
     * @param name the note's code or the topic; empty for all together
     * @param title of the note; empty otherwise
     * @param notes how many
     * @param reads once for a reader, a note and a day
     * @param clicks how often what it is about was opened from it, the same way
     * @param orders that came by it, alone or with other notes, whatever became of them
     * @param paidOrders those of them that somebody paid
     * @param lastOrders paid ones whose last note it was
     * @param lastFen what was paid for these, less what went back
     * @param sharedOrders its equal shares of the paid ones: those of all notes of an order add up to one
     * @param sharedFen the same of the money
     * @param rate paid orders to reads; null while that is too early to say
     */
    record Result(
            String name,
            String title,
            int notes,
            long reads,
            long clicks,
            int orders,
            int paidOrders,
            int lastOrders,
            long lastFen,
            String sharedOrders,
            long sharedFen,
            @Nullable Likely rate) {

        private static Result of(String name, String title, int notes, Counted counted, Credit credit) {
            return new Result(
                    name,
                    title,
                    notes,
                    counted.reads(),
                    counted.clicks(),
                    credit.orders(),
                    credit.paid(),
                    credit.last(),
                    credit.lastPaid().fen(),
                    credit.orderShare(),
                    credit.shared().fen(),
                    Likely.of(new Rate(credit.paid(), counted.reads())));
        }

        private static Result of(NoteResult.Together it) {
            return of(it.name(), "", it.notes(), it.counted(), it.credit());
        }
    }

    /** A rate and its interval at 95 %, in basis points. */
    record Likely(long basisPoints, long from, long to) {

        private static final int WHOLE = 10_000;

        private static @Nullable Likely of(Rate rate) {
            return rate.isTooEarly()
                    ? null
                    : new Likely(
                            Math.round(rate.rate() * WHOLE),
                            Math.round(rate.lower() * WHOLE),
                            Math.round(rate.upper() * WHOLE));
        }
    }

    /** Fifty notes, the newest first, with all of them together and by topic; next is to be sent as "after". */
    record Page(
            Result all,
            List<Result> items,
            List<Result> topics,
            @Nullable String next) {}

    @GetMapping("/api/v1/me/note-results")
    Page results(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String after) {
        var found = results.of(me.member(), Code.after(after));
        var next = found.next();
        return new Page(
                Result.of(found.all()),
                found.notes().stream()
                        .map(it -> Result.of(it.note().code().value(), it.note().title(), 1, it.counted(), it.credit()))
                        .toList(),
                found.topics().stream().map(Result::of).toList(),
                next == null ? null : next.value());
    }

    /** Said when it was read: half of it seen, or ten seconds long. Again on the same day it is the same. */
    @PutMapping("/api/v1/notes/{code}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        touches.read(me.member(), code);
    }
}
