package tuanju.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.card.CardRef;
import tuanju.card.Viewer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;

/** Reviews over the API. */
@RestController
@RequiredArgsConstructor
class ReviewResources {

    private static final int BEST = 50;

    private final Reviews reviews;
    private final ReviewRatings ratings;
    private final Communities communities;
    private final Commands commands;

    /** How it was: one to five stars each, and words if one likes. */
    record Wanted(
            @Nullable UUID product,
            @Nullable Integer taste,
            @Nullable Integer freshness,
            @Nullable Integer asDescribed,
            @Nullable String text) {}

    /** By what a review is found. */
    record Made(String code) {}

    /** What is answered. */
    record Words(@Nullable String text) {}

    /** For which reason of the law (ILLEGAL, PRIVACY, INSULT, ADVERT), and why in words. */
    record Removal(@Nullable String reason, @Nullable String text) {}

    /** What the leader (LEADER) or the platform (PLATFORM) says to it. */
    record Answered(String side, String text, Instant at) {}

    /** A review; its text is empty where it was hidden, with the reason for that. */
    record Item(
            String code,
            String author,
            String name,
            String product,
            int taste,
            int freshness,
            int asDescribed,
            String text,
            Instant written,
            boolean mine,
            @Nullable String removedFor,
            @Nullable String removedReason,
            List<Answered> answers) {

        private static Item of(Review it) {
            return new Item(
                    it.code().value(),
                    it.author().code(),
                    it.author().name(),
                    it.product(),
                    it.stars().taste(),
                    it.stars().freshness(),
                    it.stars().asDescribed(),
                    it.words(),
                    it.written(),
                    it.mine(),
                    it.removedFor(),
                    it.removedReason(),
                    it.answers().stream()
                            .map(answer -> new Answered(answer.side(), answer.words(), answer.at()))
                            .toList());
        }
    }

    /** Newest first; average and number are null while fewer than five said something. */
    record Page(
            @Nullable String average,
            @Nullable Integer number,
            List<Item> items,
            @Nullable String next) {}

    /** A product and its average of so many. */
    record Best(String product, String name, String average, int number) {}

    /** Those first that most likely please most. */
    record BestList(List<Best> items) {}

    @GetMapping("/api/v1/reviews/{kind}/{code}")
    Page reviews(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable CardRef.Kind kind,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable String after) {
        var ref = new CardRef(kind, code);
        var said = reviews.of(ref, Viewer.of(me), Code.after(after));
        var next = said.next();
        var rating = said.card().rating();
        return new Page(
                rating == null ? null : rating.average(),
                rating == null ? null : rating.number(),
                said.reviews().stream().map(Item::of).toList(),
                next == null ? null : next.value());
    }

    @GetMapping("/api/v1/reviews")
    BestList best(@RequestParam(defaultValue = "") String community) {
        var here = communities.find(community).orElseThrow(NotFound::new);
        return new BestList(ratings.best(here.id(), BEST).stream()
                .map(it -> new Best(
                        it.product().value(),
                        it.name(),
                        it.rating().average(),
                        it.rating().number()))
                .toList());
    }

    @PostMapping("/api/v1/orders/{code}/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Made> write(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Wanted wanted, CommandKey key) {
        var form = new ReviewPages.ReviewForm(
                wanted.product(), wanted.taste(), wanted.freshness(), wanted.asDescribed(), wanted.text());
        return commands.once(
                        key.with(wanted),
                        ReviewPages.REVIEWS,
                        Made.class,
                        () -> new Made(
                                reviews.write(me.member(), code, form.saying()).value()))
                .with(HttpStatus.CREATED);
    }

    /** What the caller had by this completed order, and whether they said how it was. */
    record HadList(List<ReviewRows.Had> items) {}

    @GetMapping("/api/v1/orders/{code}/reviews")
    HadList had(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return new HadList(reviews.had(me.member(), code));
    }

    @DeleteMapping("/api/v1/reviews/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        reviews.withdraw(me.member(), code);
    }

    @PutMapping("/api/v1/reviews/{code}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerAsLeader(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Words words) {
        reviews.answerAsLeader(me.member(), code, words.text());
    }

    @PutMapping("/api/v1/operator/reviews/{code}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerForPlatform(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Words words) {
        reviews.answerForPlatform(me.member(), code, words.text());
    }

    @PutMapping("/api/v1/operator/reviews/{code}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Removal removal) {
        reviews.remove(me.member(), code, removal.reason(), Objects.requireNonNullElse(removal.text(), ""));
    }
}
