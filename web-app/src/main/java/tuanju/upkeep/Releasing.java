package tuanju.upkeep;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.invariant.MoneyHalt;
import tuanju.member.MemberId;

/** An operator answers for it that money leaves although a claim about it is broken. */
@Component
@RequiredArgsConstructor
class Releasing {

    private static final int LONGEST = 500;

    private final MoneyHalt halt;
    private final AuditTrail audit;

    /**
     * Answers whether money leaves now; another claim may still hold it back. Refuses without a reason in words, and a claim
     * that holds no money back (404).
     */
    @Transactional
    public boolean release(String claim, String reason, MemberId by) {
        var because = reason.strip();
        if (because.isEmpty() || because.length() > LONGEST) {
            throw new Invalid("reason", "release-in-words", LONGEST);
        }
        if (!halt.release(claim, because, by.value())) {
            throw new NotFound();
        }
        audit.record(by.value(), "money.released", "invariant " + claim.split(" ", 2)[0], because);
        return !halt.isOn();
    }
}
