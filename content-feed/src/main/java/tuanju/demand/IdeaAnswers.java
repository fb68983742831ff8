package tuanju.demand;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.note.NoteText;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;

/** Who leads a community says what becomes of an idea and why, to everybody; who wants it and who wrote it are told. */
@Component
@RequiredArgsConstructor
@Transactional
public class IdeaAnswers {

    private static final int LONGEST = 300;

    private final IdeaRows rows;
    private final VoteRows votes;
    private final Communities communities;
    private final Leaders leaders;
    private final Moderation moderation;
    private final Notifications notifications;

    /**
     * Refuses with NotFound who does not lead there, with Invalid no status and no reason, with CannotVote a step that is none from
     * where it stands, also when somebody else was quicker. The same step again changes nothing.
     */
    public void become(MemberId leader, Code code, @Nullable String status, @Nullable String typed) {
        var community = communities.of(code).id();
        var idea = led(leader, code);
        var next = IdeaStatus.read(status);
        var reason = NoteText.clean("reason", Objects.requireNonNullElse(typed, ""), LONGEST);
        if (reason.isEmpty()) {
            throw new Invalid("reason", "text-missing");
        }
        moderation.mustPass(Written.TEXT, "reason", reason);
        if (idea.status() == next) {
            return;
        }
        if (!idea.status().next().contains(next) || !rows.become(community, idea.id(), idea.status(), next)) {
            throw CannotVote.noStep();
        }
        rows.answer(community, idea.id(), next, reason, leader);
        var told = new LinkedHashSet<>(votes.voters(community, idea.id()));
        if (!idea.status().isOpen()) {
            votes.begin(community, idea.id(), Ideas.VOTES);
        }
        told.add(idea.author());
        told.remove(leader);
        notifications.tell(
                told,
                Notification.of(
                        "idea:" + idea.id() + ":" + next,
                        "demand.told." + next.name().toLowerCase(Locale.ROOT),
                        "/ideas/" + code,
                        idea.title(),
                        reason));
    }

    /**
     * One says the same as another: its votes go there, of who voted for both one, and its page leads there. Refuses with NotFound who
     * does not lead there, with Invalid what is no code, with CannotVote another that is not of the same board and what takes no votes.
     */
    public void merge(MemberId leader, Code code, @Nullable String into) {
        var community = communities.of(code).id();
        var idea = led(leader, code);
        var other = rows.find(community, other(into), new IdeaRows.Reader(leader, true))
                .filter(it -> !it.id().equals(idea.id()))
                .orElseThrow(CannotVote::elsewhere);
        if (other.code().equals(idea.mergedInto())) {
            return;
        }
        var voters = votes.voters(community, idea.id());
        if (!votes.merge(community, idea.id(), other.id())) {
            throw CannotVote.over();
        }
        var told = new LinkedHashSet<>(voters);
        told.add(idea.author());
        told.remove(leader);
        notifications.tell(
                told,
                Notification.of(
                        "idea:" + idea.id() + ":merged",
                        "demand.told.merged",
                        "/ideas/" + other.code(),
                        idea.title(),
                        other.title()));
    }

    private static Code other(@Nullable String into) {
        try {
            return new Code(Objects.requireNonNullElse(into, "").strip());
        } catch (IllegalArgumentException none) {
            throw new Invalid("into", "idea-not-here");
        }
    }

    private IdeaRows.Row led(MemberId leader, Code code) {
        var community = communities.of(code).id();
        if (!leaders.leads(leader, community)) {
            throw new NotFound();
        }
        return rows.find(community, code, new IdeaRows.Reader(leader, true)).orElseThrow(NotFound::new);
    }
}
