package tuanju.upkeep;

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
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.invariant.InvariantCheck;
import tuanju.invariant.MoneyHalt;
import tuanju.member.SignedIn;

/** For operators over REST: what must never happen, looking whether it has, and answering for money that leaves nevertheless. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/claims")
class ClaimResources {

    private final Looking looking;
    private final Releasing releasing;
    private final MoneyHalt halt;
    private final Commands commands;

    /**
     * A claim about the data and how it stood when it was last looked at.
     *
     * @param claim begins with its id: "I-L2 All balances together are zero"
     * @param checkedAt null until it was looked at once
     * @param brokenSince null while it holds
     * @param rows how many rows break it, counted up to 1,000
     * @param holdsMoney whether no refund is sent because of it
     * @param releasedBecause why money leaves nevertheless; null otherwise
     */
    record Claim(
            String claim,
            @Nullable Instant checkedAt,
            @Nullable Instant brokenSince,
            int rows,
            boolean holdsMoney,
            @Nullable String releasedBecause) {

        private static Claim of(InvariantCheck it) {
            return new Claim(
                    it.claim(), it.checked(), it.brokenSince(), it.rows(), it.holdsMoney(), it.releasedBecause());
        }
    }

    /** Which claim, in full. */
    record Wanted(@Nullable String claim) {}

    /** Which claim may be broken and money leave all the same, and why. */
    record Release(@Nullable String claim, @Nullable String reason) {}

    /** Whether money leaves now; another claim may still hold it back. */
    record Released(boolean moneyLeaves) {}

    /** What holds money back first. */
    @GetMapping
    List<Claim> all() {
        return looking.all().stream().map(Claim::of).toList();
    }

    @PostMapping("/looks")
    Claim look(@RequestBody Wanted wanted) {
        return Claim.of(looking.look(or(wanted.claim())));
    }

    /** For the rows that break it now, and for no others. */
    @PostMapping("/releases")
    ResponseEntity<Released> release(
            @AuthenticationPrincipal SignedIn me, @RequestBody Release wanted, CommandKey key) {
        var answer = commands.once(key.with(wanted), String.class, () -> {
            releasing.release(or(wanted.claim()), or(wanted.reason()), me.member());
            return "";
        });
        return answer.with(HttpStatus.OK, new Released(!halt.isOn()));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
