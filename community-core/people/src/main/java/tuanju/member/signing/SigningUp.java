package tuanju.member.signing;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.member.Member;
import tuanju.member.MemberId;
import tuanju.member.MemberRows;
import tuanju.member.Nickname;
import tuanju.member.Phone;
import tuanju.member.PhoneTurns;

/** Becoming a member, by a phone that has just been proven and by nothing else. */
@Component
@RequiredArgsConstructor
class SigningUp {

    private final MemberRows rows;
    private final PhoneTurns turns;
    private final Clock clock;

    /** Who has this phone now, and whether they are new. */
    record Arrival(MemberId member, boolean isNew) {}

    /**
     * Makes a member of this name for a phone that has just been proven, or finds the one that has it already, who keeps
     * their name and password.
     *
     * @param passwordHash null for none; a code is enough
     */
    @Transactional
    public Arrival signUp(Phone phone, Nickname name, @Nullable String passwordHash) {
        turns.take(phone);
        var known = rows.of(phone);
        if (known.isPresent()) {
            return new Arrival(known.get().memberId(), false);
        }
        var member = new Member(phone, name, clock.instant());
        if (passwordHash != null) {
            member.choosePassword(passwordHash);
        }
        return new Arrival(rows.saveAndFlush(member).memberId(), true);
    }
}
