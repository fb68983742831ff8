package tuanju.payment.deciding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.payment.cases.ExceptionCase;

/** For operators over REST: money that waits for a person, and what they did about it. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/exceptions")
class CaseResources {

    private static final int PAGE = 50;

    private final CaseDesk desk;

    /**
     * Something about money that a person must decide.
     *
     * @param community all zeros where the money belongs to none we know
     * @param reference the provider's transaction, or the code of a refund
     * @param settledAt null while it waits
     * @param settlement what was done; null while it waits
     */
    record Case(
            UUID community,
            UUID id,
            ExceptionCase.Kind kind,
            String provider,
            String reference,
            long amountFen,
            String detail,
            Instant openedAt,
            @Nullable Instant settledAt,
            @Nullable String settlement) {

        private static Case of(CaseDesk.Case it) {
            var about = it.about();
            return new Case(
                    about.community().value(),
                    about.id(),
                    about.kind(),
                    about.provider(),
                    about.reference(),
                    about.amount().fen(),
                    about.detail(),
                    about.opened(),
                    it.settled(),
                    it.settlement());
        }
    }

    /** A page, newest first; next is to be sent as "after", and is null on the last page. */
    record Page(List<Case> items, @Nullable UUID next) {}

    /** What was done. */
    record Settlement(@Nullable String note) {}

    /** Those that wait, or those that were settled. */
    @GetMapping
    Page cases(
            @RequestParam(defaultValue = "true") boolean waiting,
            @RequestParam(required = false) @Nullable UUID after) {
        var found = desk.cases(waiting, after, PAGE + 1);
        var items = found.stream().limit(PAGE).map(Case::of).toList();
        return new Page(items, found.size() > PAGE ? items.getLast().id() : null);
    }

    @GetMapping("/{community}/{id}")
    Case one(@PathVariable UUID community, @PathVariable UUID id) {
        return Case.of(desk.one(new CommunityId(community), id));
    }

    /** Once; moves no money. */
    @PutMapping("/{community}/{id}/settlement")
    ResponseEntity<Void> settle(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID community,
            @PathVariable UUID id,
            @RequestBody Settlement done) {
        var note = done.note();
        desk.settle(new CommunityId(community), id, note == null ? "" : note, me.member());
        return ResponseEntity.noContent().build();
    }
}
