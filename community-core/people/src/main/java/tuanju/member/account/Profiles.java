package tuanju.member.account;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.member.Household;
import tuanju.member.Member;
import tuanju.member.MemberRows;
import tuanju.member.Nickname;
import tuanju.member.SignedIn;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;

/** A member looking after their own data. */
@Component
@RequiredArgsConstructor
class Profiles {

    private final MemberRows rows;
    private final Moderation moderation;

    Profile of(SignedIn me) {
        var row = row(me);
        return new Profile(row.card(), row.getHousehold(), row.getPasswordHash() != null, row.isOperator());
    }

    /** Changes name and household; answers who they are now. Refuses with Invalid a name that nobody may have. */
    @Transactional
    public SignedIn change(SignedIn me, Nickname name, Household household) {
        var row = row(me);
        if (!name.value().equals(row.getName())) {
            moderation.mustPass(Written.NAME, "name", name.value());
        }
        row.rename(name);
        row.moveTo(household);
        return row.signedIn().with(me.secondFactor());
    }

    private Member row(SignedIn me) {
        return rows.findById(me.member().value()).orElseThrow();
    }
}
