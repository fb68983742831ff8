package tuanju.payout;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;

/** A referrer's own withdrawals over the API. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/withdrawals")
class WithdrawalResources {

    static final int MOST = 100;

    private final Withdrawing withdrawing;
    private final Communities communities;
    private final Commands commands;

    /** So much of what is theirs in this community. */
    record Wish(@Nullable String community, @Nullable Long amountFen) {}

    record Asked(String id, String state) {}

    /** @param state LOCKED, GATHERED, APPROVED, SENT, PAID or RETURNED */
    record One(
            String id,
            String community,
            long amountFen,
            long taxFen,
            String state,
            Instant askedAt,
            @Nullable Instant endedAt) {}

    /** The latest 100. */
    record All(List<One> items) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Asked> ask(@AuthenticationPrincipal SignedIn me, @RequestBody Wish wish, CommandKey key) {
        if (wish.community() == null) {
            throw new Invalid("community", "field-missing");
        }
        var home = communities.find(wish.community()).orElseThrow(NotFound::new).id();
        return commands.once(key.with(wish), Asked.class, () -> asked(me, home, wish.amountFen()))
                .with(HttpStatus.CREATED);
    }

    private Asked asked(SignedIn me, CommunityId home, @Nullable Long fen) {
        var asked = withdrawing.ask(me.member(), home, fen);
        return new Asked(asked.id().toString(), asked.state().name());
    }

    @GetMapping
    All mine(@AuthenticationPrincipal SignedIn me) {
        return new All(withdrawing.of(me.member(), MOST).stream()
                .map(it -> new One(
                        it.id().toString(),
                        communities.get(it.community()).shortCode(),
                        it.amount().fen(),
                        it.tax().fen(),
                        it.progress(),
                        it.asked(),
                        it.ended()))
                .toList());
    }
}
