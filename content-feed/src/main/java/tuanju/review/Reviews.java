package tuanju.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.card.Card;
import tuanju.card.CardRef;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.conduct.Conduct;
import tuanju.conduct.Thing;
import tuanju.member.MemberId;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.note.Author;
import tuanju.note.Authors;
import tuanju.note.NoteText;

/** Members say how what they had was; leader and platform answer; what breaks the law is hidden, with its reason. */
@Component
@RequiredArgsConstructor
@Transactional
public class Reviews {

    static final int PAGE = 20;
    private static final int LONGEST = 500;
    private static final int LONGEST_REASON = 200;
    private static final List<String> REASONS = List.of("ILLEGAL", "PRIVACY", "INSULT", "ADVERT");

    private final ReviewRows rows;
    private final Communities communities;
    private final Leaders leaders;
    private final Authors authors;
    private final Showcase showcase;
    private final Moderation moderation;
    private final Conduct conduct;
    private final AuditTrail audit;

    /** How it was. */
    public record Saying(UUID product, int taste, int freshness, int asDescribed, String words) {

        Stars stars() {
            return Stars.read(taste, freshness, asDescribed);
        }
    }

    /** What is said of a card's goods, a page of it. */
    record Said(Card card, List<Review> reviews, @Nullable Code next) {}

    /**
     * Refuses with Invalid stars that are none, too long a text and refused words; with CannotReview what they did not have by an
     * own completed order with this code, and what they said already.
     */
    public Code write(MemberId author, Code order, Saying saying) {
        var community = communities.of(order).id();
        var words = NoteText.clean("text", saying.words(), LONGEST);
        Objects.requireNonNull(saying.stars());
        moderation.mustPass(Written.TEXT, "text", words);
        authors.become(author);
        var code = communities.nextCode(community);
        conduct.written(new Thing(
                community, Review.KIND, code, author, NoteText.start(words, 20), words, 1, "/reviews", false));
        if (!rows.insert(community, code, author, order, saying, words)) {
            boolean had = rows.had(community, author, order).stream()
                    .anyMatch(it -> it.product().equals(saying.product()));
            throw had ? CannotReview.already() : CannotReview.notHad();
        }
        return code;
    }

    /** What one had of an order; nothing before it is completed. */
    @Transactional(readOnly = true)
    List<ReviewRows.Had> had(MemberId member, Code order) {
        return rows.had(communities.of(order).id(), member, order);
    }

    /** Newest first. Refuses with NotFound what this viewer may not see. */
    @Transactional(readOnly = true)
    Said of(CardRef ref, Viewer viewer, @Nullable Code after) {
        var card = showcase.cards(viewer, List.of(ref)).stream().findFirst().orElseThrow(NotFound::new);
        var community = communities.of(ref.code()).id();
        var found = rows.of(community, ref, viewer.id(), after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var answers = shown.isEmpty() ? Map.<UUID, List<Review.Answer>>of() : rows.answers(community, shown);
        var people =
                authors.of(shown.stream().map(ReviewRows.Row::author).distinct().toList());
        var reviews = shown.stream()
                .filter(it -> people.containsKey(it.author()))
                .map(it -> review(
                        it,
                        Objects.requireNonNull(people.get(it.author())),
                        it.author().equals(viewer.member()),
                        answers.getOrDefault(it.id(), List.of())))
                .toList();
        return new Said(card, reviews, found.size() > PAGE ? shown.getLast().code() : null);
    }

    private static Review review(ReviewRows.Row row, Author author, boolean mine, List<Review.Answer> answers) {
        return new Review(
                row.code(),
                author,
                row.product(),
                row.stars(),
                row.words(),
                row.written().toInstant(),
                mine,
                row.removedFor(),
                row.removedReason(),
                row.held(),
                answers);
    }

    /** Answers as who leads there; again it takes the place of the answer before. Refuses with NotFound who does not lead there. */
    public void answerAsLeader(MemberId leader, Code code, @Nullable String typed) {
        if (!leaders.leads(leader, communities.of(code).id())) {
            throw new NotFound();
        }
        answer(leader, code, "LEADER", typed);
    }

    /** Answers for the platform. */
    public void answerForPlatform(MemberId operator, Code code, @Nullable String typed) {
        answer(operator, code, "PLATFORM", typed);
        audit.record(operator.value(), "review.answered", "review " + code, "");
    }

    private void answer(MemberId by, Code code, String side, @Nullable String typed) {
        var words = NoteText.clean("text", Objects.requireNonNullElse(typed, ""), LONGEST);
        if (words.isEmpty()) {
            throw new Invalid("text", "text-missing");
        }
        moderation.mustPass(Written.TEXT, "text", words);
        if (!rows.answer(communities.of(code).id(), code, by, side, words)) {
            throw new NotFound();
        }
    }

    /**
     * Hides its words for a reason of the law; that and why stays to be read, and its stars go on counting. Refuses with Invalid
     * another reason or none in words, with CannotReview what was hidden for another one.
     */
    void remove(MemberId operator, Code code, @Nullable String reason, @Nullable String typed) {
        if (reason == null || !REASONS.contains(reason)) {
            throw new Invalid("reason", "review-reason");
        }
        var words = NoteText.clean("text", Objects.requireNonNullElse(typed, ""), LONGEST_REASON);
        if (words.isEmpty()) {
            throw new Invalid("text", "text-missing");
        }
        var now = rows.remove(communities.of(code).id(), code, operator, reason, words)
                .orElseThrow(NotFound::new);
        if (!now.equals(reason)) {
            throw CannotReview.removed();
        }
        audit.record(operator.value(), "review.removed", "review " + code, reason + ": " + words);
    }

    /** Takes back one's own, words and stars; twice is once. Refuses with NotFound what is not theirs. */
    void withdraw(MemberId author, Code code) {
        if (!rows.withdraw(communities.of(code).id(), code, author)) {
            throw new NotFound();
        }
    }
}
