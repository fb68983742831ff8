package tuanju.commission;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.referral.Referrers;
import tuanju.table.TableFilter;

/** A member's own commissions over the API. */
@RestController
@RequiredArgsConstructor
class CommissionResources {

    private static final int PAGE = 50;

    private final Commissions commissions;
    private final Referrers referrers;
    private final Communities communities;
    private final Sentences sentences;

    /** In fen, in all communities. */
    record Sums(long pendingFen, long vestedFen, long paidFen, long debtFen) {}

    /**
     * Of one line of an order.
     *
     * @param baseFen what of the line's price is kept
     * @param rule PERSON, PRODUCT, CATEGORY, REFERRAL_TIER or COMMUNITY
     * @param state PENDING, CONFIRMED, VESTED, REVIEW or REFUSED
     * @param vestsAt null before hand-over
     */
    record Item(
            String order,
            long baseFen,
            int basisPoints,
            String rule,
            long amountFen,
            String state,
            @Nullable Instant vestsAt,
            String sentence) {}

    /** Newest order first; next is to be sent as "after" and null at the end. */
    record Page(Sums sums, List<Item> items, @Nullable String next) {}

    /** The version of the terms that was read. */
    record Terms(@Nullable Integer version) {}

    @GetMapping("/api/v1/commissions")
    Page mine(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after) {
        var picked =
                TableFilter.picked(Commissions.Picked.class, "state", state).orElse(null);
        var found = commissions.of(me.member(), picked, Code.after(after), PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var sums = commissions.sums(me.member());
        return new Page(
                new Sums(
                        sums.pending().fen(),
                        sums.vested().fen(),
                        sums.paid().fen(),
                        sums.debt().fen()),
                shown.stream()
                        .flatMap(it -> it.commission().lines().stream().map(line -> item(it, line)))
                        .toList(),
                found.size() > PAGE ? shown.getLast().commission().code().value() : null);
    }

    /** Accepted twice it is accepted once, so that no key is needed. */
    @PutMapping("/api/v1/communities/{code}/referrer-terms")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@AuthenticationPrincipal SignedIn me, @PathVariable String code, @RequestBody Terms read) {
        if (read.version() == null || read.version() != Referrers.VERSION) {
            throw new Invalid("version", "commission-terms-version", Referrers.VERSION);
        }
        var community = communities.find(code).orElseThrow(NotFound::new);
        referrers.accept(me.member(), community.id());
    }

    private Item item(EarnedLines earned, Commission.Line line) {
        return new Item(
                earned.commission().code().value(),
                line.kept().fen(),
                line.rule().basisPoints(),
                line.rule().scope().name(),
                line.amount().fen(),
                earned.standing(),
                earned.vestsAt(),
                sentences.of(line));
    }
}
