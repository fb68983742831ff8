package tuanju.member;

import java.util.NoSuchElementException;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;

/** Who runs the platform. Being one is read from the database on every operator request. */
@Component
@RequiredArgsConstructor
public class Operators {

    private final MemberRows rows;
    private final SecondFactorRows secondFactors;
    private final AuditTrail audit;

    /** Makes a member an operator; doing it again changes nothing. Refuses a phone that is not proven. */
    @Transactional
    public void appoint(MemberId member) {
        var row = row(member);
        if (!row.isProven()) {
            throw new UnprovenPhone();
        }
        if (!row.isOperator()) {
            row.becomeOperator();
            audit.record(member.value(), "operator.appointed", "member " + member.value(), "");
        }
    }

    /** Ends it from the next request on. */
    @Transactional
    public void dismiss(MemberId member, MemberId by) {
        var row = row(member);
        if (row.isOperator()) {
            row.stopBeingOperator();
            audit.record(by.value(), "operator.dismissed", "member " + member.value(), "");
        }
    }

    /** Whether there is nobody to help or to confirm. */
    @Transactional(readOnly = true)
    public boolean isOneAlone() {
        return secondFactors.ofOperators().size() < 2;
    }

    private Member row(MemberId member) {
        return rows.findById(member.value()).orElseThrow(() -> new NoSuchElementException("No such member"));
    }
}
