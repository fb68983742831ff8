package tuanju.operator;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.member.operators.Reopening;
import tuanju.operator.OperatorResources.Proposed;
import tuanju.secondword.SecondWords;

/** For operators over REST: closed accounts, and proposing that one goes back to its owner. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/accounts")
class ParkedResources {

    private static final int PAGE = 50;

    private final Reopening reopening;
    private final AccountReturning returning;
    private final SecondWords words;
    private final Commands commands;
    private final MessageSource messages;

    /**
     * A closed account; the phone without its middle.
     *
     * @param underWay how many orders and cycles in it have not ended
     * @param waiting whether its return waits for a second word
     */
    record Account(
            UUID account,
            String name,
            String phone,
            Instant closedAt,
            Instant lastSignedInAt,
            int underWay,
            boolean waiting) {

        private static Account of(Reopening.Parked it, Set<UUID> waiting) {
            var card = it.card();
            var id = card.id().value();
            return new Account(
                    id,
                    card.name(),
                    card.maskedPhone(),
                    it.parkedAt(),
                    it.lastSignedInAt(),
                    it.underWay(),
                    waiting.contains(id));
        }
    }

    /** A page; next is to be sent as "before", and is null on the last page. */
    record Page(List<Account> items, @Nullable Instant next) {}

    /**
     * To whom it goes back.
     *
     * @param phone what opens it from then on
     * @param reason how its owner showed that it is theirs
     * @param sure the operator's word that they know whose account it is
     * @param evenSo that what this phone opens now may be closed though something in it is under way
     */
    record Wanted(
            @Nullable String phone,
            @Nullable String reason,
            @Nullable Boolean sure,
            @Nullable Boolean evenSo) {

        private ParkedPages.GivingBack typed() {
            return new ParkedPages.GivingBack(or(phone), or(reason), sure, evenSo, null, null);
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** The latest first; of those whose name or number holds these words. */
    @GetMapping
    Page parked(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant before) {
        var found = reopening.parked(before, new ParkedPages.Looked(q, before).words(), PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var waiting = words.waitingAmong(
                AccountReturning.KIND,
                shown.stream().map(it -> it.card().id().value()).toList());
        return new Page(
                shown.stream().map(it -> Account.of(it, waiting)).toList(),
                found.size() > PAGE ? shown.getLast().parkedAt() : null);
    }

    /** Waits for another operator's word. */
    @PostMapping("/{account}/return")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Proposed> giveBack(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @RequestBody Wanted wanted,
            CommandKey key) {
        var answer = commands.once(
                key.with(wanted),
                UUID.class,
                () -> returning.propose(new MemberId(account), wanted.typed().sureWord(), me.member()));
        var note = messages.getMessage(words.told(answer.value()), null, LocaleContextHolder.getLocale());
        return answer.with(HttpStatus.ACCEPTED, new Proposed(answer.value(), note));
    }
}
