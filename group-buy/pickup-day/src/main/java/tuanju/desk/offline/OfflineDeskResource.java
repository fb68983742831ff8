package tuanju.desk.offline;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Problems;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.HandoverWords;
import tuanju.desk.Handovers;
import tuanju.desk.offline.DeskAct.Outcome;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** For the desk's own scripts: the list a phone keeps, and what it did without network. */
@RestController
@RequiredArgsConstructor
@RequestMapping({"/lead/cycles/{cycle}/desk", "/lead/desk"})
class OfflineDeskResource {

    private static final int MOST_ACTS = 100;

    private final Desks desks;
    private final TakingSnapshots taking;
    private final SyncingDesks syncing;
    private final Handovers handovers;
    private final Members members;
    private final MessageSource messages;
    private final Problems problems;

    /** What was done, in this sequence. */
    record Told(@Nullable List<DeskAct> acts) {}

    /** What became of it. */
    record Answers(List<Decision> acts) {}

    /**
     * What became of one act.
     *
     * @param sentence says why it did not count; empty when it did
     * @param at when somebody else was quicker, by the server's clock
     * @param by who that was
     */
    record Decision(
            UUID id,
            Outcome outcome,
            String sentence,
            @Nullable Instant at,
            @Nullable String by) {}

    /** The token for what is sent back goes in a header, so that it is not kept with the list. */
    @GetMapping("/snapshot")
    ResponseEntity<DeskSnapshot> snapshot(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable(required = false) @Nullable String cycle,
            @Nullable CsrfToken token,
            Locale locale) {
        var today = messages.getMessage("desk.today", null, locale);
        var answer = ResponseEntity.ok().header("Cache-Control", "no-store");
        if (token != null) {
            answer.header("X-CSRF-TOKEN", token.getToken());
        }
        return answer.body(taking.take(open(me, cycle), today));
    }

    @PostMapping("/syncs")
    Answers sync(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable(required = false) @Nullable String cycle,
            @RequestBody(required = false) @Nullable Told told,
            Locale locale) {
        var open = open(me, cycle);
        var acts = told == null || told.acts() == null ? List.<DeskAct>of() : told.acts();
        if (acts.size() > MOST_ACTS) {
            throw new Invalid("acts", "too-many-acts", MOST_ACTS);
        }
        acts.forEach(OfflineDeskResource::check);
        return new Answers(syncing.take(open, acts).stream()
                .map(taken -> decision(taken, locale))
                .toList());
    }

    /** The scripts are told as the API's callers are, not with a page. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    void unreadable(HttpMessageNotReadableException unreadable, HttpServletResponse response) throws IOException {
        problems.send(problems.of(unreadable), response);
    }

    @SuppressWarnings("NullAway") // JSON may leave out what the record cannot be without
    private static void check(DeskAct act) {
        if (act == null || act.id() == null || act.kind() == null || act.order() == null) {
            throw new Invalid("acts", "act-incomplete");
        }
        if (act.order().isEmpty() || act.order().length() > 40) {
            throw new Invalid("acts", "act-incomplete");
        }
    }

    private List<Desk> open(SignedIn me, @Nullable String cycle) {
        return cycle == null ? desks.ofToday(me.member()) : List.of(desks.ofCycle(me.member(), cycle));
    }

    private Decision decision(SyncingDesks.Taken taken, Locale locale) {
        var settled = taken.settled();
        var id = settled.act().id();
        if (settled.outcome() != Outcome.TOO_LATE || settled.handover() == null) {
            return new Decision(id, settled.outcome(), sentence(settled.reason(), locale), null, null);
        }
        var community = taken.desk().community();
        var quicker = handovers.one(community.id(), settled.handover()).orElseThrow(NotFound::new);
        var by = members.card(quicker.by()).name();
        var moment = HandoverWords.moment(quicker.at(), community.zone());
        var sentence = sentence("already-handed-over", locale, by, moment);
        return new Decision(id, settled.outcome(), sentence, quicker.at(), by);
    }

    private String sentence(@Nullable String type, Locale locale, Object... arguments) {
        return type == null ? "" : messages.getMessage("refusal." + type, arguments, locale);
    }
}
