package tuanju.operator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators.Colleague;
import tuanju.secondword.SecondWords;

/** Who runs the platform, for operators' programs: each change is proposed, and waits for another operator's word. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operators")
class OperatorResources {

    private final Staffing staffing;
    private final Members members;
    private final SecondWords words;
    private final Commands commands;
    private final MessageSource messages;

    /**
     * One of them.
     *
     * @param secondFactorSince null without one
     * @param own whether it is who asks
     */
    record Operator(
            UUID member,
            String name,
            String phone,
            @Nullable Instant secondFactorSince,
            int recoveryCodes,
            boolean own) {

        private static Operator of(Colleague it, SignedIn me) {
            var card = it.card();
            return new Operator(
                    card.id().value(),
                    card.name(),
                    card.maskedPhone(),
                    it.since(),
                    it.recoveryCodes(),
                    card.id().equals(me.member()));
        }
    }

    /** Who shall run the platform too, by a proven phone, and why. */
    record Appointment(@Nullable String phone, @Nullable String reason) {}

    /** Why. */
    record Because(@Nullable String reason) {}

    /**
     * What waits now.
     *
     * @param secondWord which another operator says at /api/v1/second-words
     * @param note what happens next, in the reader's language
     */
    record Proposed(UUID secondWord, String note) {}

    /** The oldest first. */
    @GetMapping
    List<Operator> all(@AuthenticationPrincipal SignedIn me) {
        members.needOperator(me);
        return staffing.all().stream().map(it -> Operator.of(it, me)).toList();
    }

    @PostMapping
    ResponseEntity<Proposed> appoint(
            @AuthenticationPrincipal SignedIn me, @RequestBody Appointment wanted, CommandKey key) {
        members.needOperator(me);
        return answer(
                key.with(wanted),
                () -> Optional.of(staffing.appoint(Phone.of(or(wanted.phone())), or(wanted.reason()), me.member())));
    }

    /** Waits for another operator's word (202), but for one's own role, which ends at once (204). */
    @PostMapping("/{member}/dismissal")
    ResponseEntity<Proposed> dismiss(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID member, @RequestBody Because why, CommandKey key) {
        members.needOperator(me);
        return answer(key.with(why), () -> staffing.dismiss(new MemberId(member), or(why.reason()), me.member()));
    }

    @PostMapping("/{member}/second-factor/reset")
    ResponseEntity<Proposed> reset(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID member, @RequestBody Because why, CommandKey key) {
        members.needOperator(me);
        return answer(
                key.with(why), () -> Optional.of(staffing.reset(new MemberId(member), or(why.reason()), me.member())));
    }

    private ResponseEntity<Proposed> answer(CommandKey key, Supplier<Optional<UUID>> act) {
        var answer = commands.once(
                key, String.class, () -> act.get().map(UUID::toString).orElse(""));
        var ended = answer.value().isEmpty();
        var response = ended ? ResponseEntity.status(204) : ResponseEntity.accepted();
        if (answer.replayed()) {
            response.header("Idempotent-Replayed", "true");
        }
        return ended ? response.build() : response.body(proposed(UUID.fromString(answer.value())));
    }

    private Proposed proposed(UUID id) {
        return new Proposed(id, messages.getMessage(words.told(id), null, LocaleContextHolder.getLocale()));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
