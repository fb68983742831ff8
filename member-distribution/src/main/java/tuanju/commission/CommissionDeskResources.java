package tuanju.commission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.order.OrderId;

/** For operators over REST: the commissions of every community, looked for as on their page, and decided about. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/commissions")
class CommissionDeskResources {

    private final CommissionDesk desk;
    private final Commissions commissions;
    private final Reviewing reviewing;
    private final Communities communities;

    /**
     * One commission.
     *
     * @param reason why a person looks at it: PHONE, DOOR, PAYER or BROWSER
     */
    record One(
            UUID community,
            UUID id,
            String order,
            UUID referrer,
            String link,
            String state,
            @Nullable String reason,
            long amountFen,
            long bookedFen,
            Instant placedAt) {

        static One of(EarnedLines earned) {
            var it = earned.commission();
            return new One(
                    it.community().value(),
                    it.order().value(),
                    it.code().value(),
                    it.referrer().value(),
                    it.link().value(),
                    earned.standing(),
                    it.reason(),
                    it.amount().fen(),
                    it.booked().fen(),
                    it.placed());
        }
    }

    /** How many match, and what they come to. */
    record Total(long orders, long amountFen) {}

    /** @param total null where more than 20,000 match */
    record Page(
            List<One> items,
            @Nullable String next,
            @Nullable Total total) {}

    record Decision(@Nullable Boolean allowed) {}

    @GetMapping
    Page all(CommissionsAsked asked) {
        var page = desk.find(asked.search(communities));
        var total = page.total();
        return new Page(
                page.found().stream().map(it -> One.of(it.earned())).toList(),
                page.more() ? page.found().getLast().commission().code().value() : null,
                total == null ? null : new Total(total.orders(), total.amount().fen()));
    }

    @GetMapping("/{community}/{order}")
    One one(@PathVariable UUID community, @PathVariable UUID order) {
        return One.of(commissions.dated(
                commissions.find(new CommunityId(community), order).orElseThrow(NotFound::new)));
    }

    /** Of one that a person looks at; 409 where somebody decided already. */
    @PutMapping("/{community}/{order}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID community,
            @PathVariable UUID order,
            @RequestBody Decision said) {
        if (said.allowed() == null) {
            throw new Invalid("allowed", "field-missing");
        }
        reviewing.decide(me.member(), new CommunityId(community), new OrderId(order), said.allowed());
    }
}
