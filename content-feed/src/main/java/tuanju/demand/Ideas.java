package tuanju.demand;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.card.Viewer;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.RateLimits;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.note.Authors;
import tuanju.note.NoteText;
import tuanju.note.Writers;

/** Members say what they want and are not happy with, and vote for what others said. */
@Component
@RequiredArgsConstructor
@Transactional
public class Ideas {

    static final int PAGE = 20;
    /** How many votes a member may have with what is still open in one community. */
    static final int VOTES = 3;

    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST = 1000;
    private static final int LONGEST_REASON = 200;
    private static final int TAPS = 60;
    /** Of two taps at once one may find the other's place just taken. */
    private static final int TRIES = VOTES + 1;

    private final IdeaRows rows;
    private final VoteRows votes;
    private final Communities communities;
    private final Writers writers;
    private final Authors authors;
    private final Moderation moderation;
    private final Leaders leaders;
    private final RateLimits limits;
    private final AuditTrail audit;

    /** An idea as it is written: WISH or GRIPE, a wish where nothing is said. */
    public record Draft(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String text) {}

    /**
     * Refuses with Invalid what cannot be read or holds a refused word, with CannotWrite who does not belong there, with NotFound a
     * community that is not there.
     */
    public Code write(MemberId author, String shortCode, Draft draft) {
        var community = communities.find(shortCode).orElseThrow(NotFound::new).id();
        writers.need(author, community);
        var title = NoteText.clean("title", Objects.requireNonNullElse(draft.title(), ""), LONGEST_TITLE)
                .replace('\n', ' ');
        var text = NoteText.clean("text", Objects.requireNonNullElse(draft.text(), ""), LONGEST);
        var kind = Objects.requireNonNullElse(draft.kind(), "WISH");
        if (title.isEmpty()) {
            throw new Invalid("title", "field-missing");
        }
        if (!List.of("WISH", "GRIPE").contains(kind)) {
            throw new Invalid("kind", "idea-kind");
        }
        moderation.mustPass(Written.TEXT, "title", title);
        moderation.mustPass(Written.TEXT, "text", text);
        authors.become(author);
        var code = communities.nextCode(community);
        rows.insert(community, code, author, kind, title, text);
        return code;
    }

    /** Twice is once. Refuses with CannotVote who has no vote left and what takes none, with CannotWrite who does not belong there. */
    public void vote(MemberId member, Code code) {
        var community = communities.of(code).id();
        var idea = rows.find(community, code, reader(member, community)).orElseThrow(NotFound::new);
        writers.need(member, community);
        limits.take("idea-vote " + member.value(), TAPS, Duration.ofMinutes(1));
        votes.leave(community, member);
        for (int i = 0; i < TRIES; i++) {
            if (votes.cast(community, idea.id(), member, VOTES) || votes.voted(community, idea.id(), member)) {
                return;
            }
        }
        var now = rows.find(community, code, reader(member, community)).orElseThrow(NotFound::new);
        throw now.status().isOpen() && !now.merged() && now.hidden() == null
                ? CannotVote.none(VOTES)
                : CannotVote.over();
    }

    /** Twice is once; a vote for what is here or declined stays. */
    public void takeBack(MemberId member, Code code) {
        limits.take("idea-vote " + member.value(), TAPS, Duration.ofMinutes(1));
        if (!votes.takeBack(communities.of(code).id(), code, member)) {
            throw new NotFound();
        }
    }

    /** Its words and votes are gone; twice is once. Refuses with NotFound what is not theirs. */
    public void withdraw(MemberId author, Code code) {
        if (!rows.withdraw(communities.of(code).id(), code, author)) {
            throw new NotFound();
        }
    }

    /** Nobody but its author and who leads there reads it any more. Refuses with Invalid no reason, with NotFound what is not there. */
    void hide(MemberId operator, Code code, @Nullable String typed) {
        var reason = NoteText.clean("reason", Objects.requireNonNullElse(typed, ""), LONGEST_REASON);
        if (reason.isEmpty()) {
            throw new Invalid("reason", "text-missing");
        }
        if (!rows.hide(communities.of(code).id(), code, operator, reason)) {
            throw new NotFound();
        }
        audit.record(operator.value(), "idea.hidden", "idea " + code, reason);
    }

    private IdeaRows.Reader reader(@Nullable MemberId member, CommunityId community) {
        return new IdeaRows.Reader(member, member != null && leaders.leads(member, community));
    }

    /** How many votes this member has left in a community. */
    @Transactional(readOnly = true)
    int left(MemberId member, CommunityId community) {
        return Math.max(0, VOTES - votes.taken(community, member));
    }

    /** A page of a board: the most wanted first. */
    record Board(List<Idea> ideas, @Nullable Code next) {}

    @Transactional(readOnly = true)
    Board board(CommunityId community, Viewer viewer, List<IdeaStatus> statuses, @Nullable Code after) {
        var found = rows.of(community, reader(viewer.member(), community), statuses, after, PAGE + 1);
        var ideas = named(found.stream().limit(PAGE).toList(), viewer);
        return new Board(ideas, found.size() > PAGE ? found.get(PAGE - 1).code() : null);
    }

    /** An idea with what was said to it. */
    record Read(Idea idea, List<Idea.Answer> answers) {}

    /** Refuses with NotFound what is not there for this viewer. */
    @Transactional(readOnly = true)
    Read find(Code code, Viewer viewer) {
        return find(code, viewer, false);
    }

    /** The same for who may read all of it. */
    Read find(Code code, Viewer viewer, boolean operates) {
        var community = communities.of(code).id();
        var reader = reader(viewer.member(), community);
        var row = rows.find(community, code, operates ? new IdeaRows.Reader(viewer.member(), true) : reader)
                .orElseThrow(NotFound::new);
        var idea = named(List.of(row), viewer).stream().findFirst().orElseThrow(NotFound::new);
        return new Read(idea, rows.answers(community, row.id()));
    }

    private List<Idea> named(List<IdeaRows.Row> found, Viewer viewer) {
        var people =
                authors.of(found.stream().map(IdeaRows.Row::author).distinct().toList());
        return found.stream()
                .filter(it -> people.containsKey(it.author()))
                .map(it -> new Idea(
                        it.code(),
                        it.kind(),
                        it.title(),
                        it.text(),
                        Objects.requireNonNull(people.get(it.author())),
                        it.status(),
                        it.votes(),
                        it.voted(),
                        it.author().equals(viewer.member()),
                        it.merged(),
                        it.mergedInto(),
                        it.hidden(),
                        it.written().toInstant()))
                .toList();
    }
}
