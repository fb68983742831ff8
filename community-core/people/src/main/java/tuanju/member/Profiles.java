package tuanju.member;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member looking after their own data. */
@Component
@RequiredArgsConstructor
class Profiles {

    private final MemberRows rows;

    Profile of(SignedIn me) {
        var row = row(me);
        return new Profile(row.card(), row.getHousehold(), row.getPasswordHash() != null, row.isOperator());
    }

    /** Changes name and household; answers who they are now. */
    @Transactional
    public SignedIn change(SignedIn me, Nickname name, Household household) {
        var row = row(me);
        row.rename(name);
        row.moveTo(household);
        return row.signedIn().with(me.secondFactor());
    }

    private Member row(SignedIn me) {
        return rows.findById(me.member().value()).orElseThrow();
    }
}
