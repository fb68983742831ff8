package tuanju.taster;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;

/** Neighbours ask a taster, and are answered in public. Who asked takes theirs back; an operator drops what has no place there. */
@Component
@RequiredArgsConstructor
@Transactional
public class TasterQuestions {

    static final int PAGE = 20;
    /** Unanswered, of one member to one taster. */
    static final int MOST_WAITING = 3;

    private final TasterRows tasters;
    private final TasterQuestionRows rows;
    private final TasterWords words;
    private final TastersBelong belonging;
    private final Memberships memberships;
    private final Members members;
    private final Notifications notifications;
    private final AuditTrail audit;

    /** A page of them; the id for the next page, null after the last. */
    record Page(List<TasterQuestion> items, @Nullable UUID next) {}

    /**
     * Answers its id. Refuses with NotFound where nobody tastes, with CannotTaste who does not belong there or waits for three answers,
     * and with Invalid and AgainstTheLaw what may not be said.
     */
    public UUID ask(MemberId member, Code code, @Nullable String question) {
        var said = words.question(question);
        var taster = tasters.lock(code).filter(belonging::is).orElseThrow(NotFound::new);
        if (memberships
                .of(member, taster.community())
                .filter(Membership::isActive)
                .isEmpty()) {
            throw CannotTaste.askedByMembers();
        }
        if (rows.waiting(taster, member) >= MOST_WAITING) {
            throw CannotTaste.questionsWait();
        }
        var id = Ids.next();
        rows.insert(taster, id, member, said);
        notifications.tell(
                taster.member(),
                Notification.of("taster question:" + id, "taster.told.asked", "/me/tastings/" + code, said));
        return id;
    }

    /** Said once more it is said otherwise. Refuses with NotFound what was not asked of them, and as asking does. */
    public void answer(MemberId me, Code code, UUID id, @Nullable String answer) {
        var taster = tasters.find(code).filter(it -> it.member().equals(me)).orElseThrow(NotFound::new);
        belonging.must(taster);
        var said = words.answer(answer);
        var asked = rows.answer(taster, id, said).orElseThrow(NotFound::new);
        notifications.tell(
                asked,
                Notification.of(
                        "taster question:" + id + ":answer",
                        "taster.told.answered",
                        taster.path(),
                        taster.category(),
                        said));
    }

    /** Who asked takes theirs back. Refuses with NotFound what is not theirs. */
    public void takeBack(MemberId member, Code code, UUID id) {
        var taster = tasters.find(code).orElseThrow(NotFound::new);
        if (rows.remove(taster, id, member).isEmpty()) {
            throw new NotFound();
        }
    }

    /** An operator drops one, on record; who asked is told. Refuses with NotFound what is not there. */
    public void drop(Code code, UUID id, MemberId by) {
        var taster = tasters.find(code).orElseThrow(NotFound::new);
        var gone = rows.remove(taster, id, null).orElseThrow(NotFound::new);
        audit.record(by.value(), "taster.question-dropped", "taster " + code, "");
        notifications.tell(
                gone.member(),
                Notification.of(
                        "taster question:" + id + ":dropped", "taster.told.dropped", taster.path(), gone.words()));
    }

    /** As this reader sees them: of others what was answered. */
    @Transactional(readOnly = true)
    public Page of(Taster taster, @Nullable MemberId reader, @Nullable UUID after) {
        return page(taster, taster.member().equals(reader), reader, after);
    }

    /** Also what waits, whoever asked. */
    @Transactional(readOnly = true)
    public Page all(Taster taster, @Nullable UUID after) {
        return page(taster, true, null, after);
    }

    private Page page(Taster taster, boolean all, @Nullable MemberId reader, @Nullable UUID after) {
        var found = rows.page(taster, all, reader, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var people = members.cards(
                shown.stream().map(TasterQuestionRows.Row::member).distinct().toList());
        var items = shown.stream()
                .flatMap(it -> Stream.ofNullable(people.get(it.member()))
                        .map(card -> new TasterQuestion(
                                it.id(), it.member(), card.publicName(), it.words(), it.asked(), it.answer())))
                .toList();
        return new Page(items, found.size() > PAGE ? shown.getLast().id() : null);
    }
}
