package tuanju.member.signing;

import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.MemberRows;
import tuanju.member.Nickname;
import tuanju.member.Phone;
import tuanju.member.code.OneTimeCodes;
import tuanju.member.signing.MemberResources.MemberResource;
import tuanju.member.signing.MemberResources.NewMember;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;

/** Signs up whom a program brings: the code is tried first, alone, so that a wrong try stays counted. */
@Component
@RequiredArgsConstructor
class Enrolling {

    private final OneTimeCodes codes;
    private final SigningUp signingUp;
    private final Moderation moderation;
    private final Proving proving;
    private final Passwords passwords;
    private final MemberRows rows;
    private final Clock clock;

    /** A wish that can be used as far as it goes. */
    record Wanted(
            Phone phone,
            Nickname name,
            String code,
            @Nullable String password) {

        /** Never what was typed: this text could end up in a log. */
        @Override
        public String toString() {
            return "a new member";
        }
    }

    /** A wish with its right code. */
    record Proven(Wanted wanted, UUID code, @Nullable String passwordHash) {

        @Override
        public String toString() {
            return "a new member with a right code";
        }
    }

    /** Refuses what cannot be used, by its field, before anything is asked about the phone. */
    Wanted wanted(NewMember wish) {
        var phone = Phone.of(wish.phone());
        var name = new Nickname(wish.name());
        moderation.mustPass(Written.NAME, "name", name.value());
        if (wish.password() != null) {
            passwords.check(wish.password(), phone, name);
        }
        return new Wanted(phone, name, wish.code(), wish.password());
    }

    /** Tries the code. Refuses with WrongProof, known phone or not, and with AnswerFirst after a year of silence. */
    Proven proven(Wanted wanted) {
        var code = codes.check(OneTimeCodes.Asked.byProgram(wanted.phone()), wanted.code())
                .orElseThrow(WrongProof::new);
        var now = clock.instant();
        if (rows.of(wanted.phone()).filter(it -> it.isDormantAt(now)).isPresent()) {
            throw new AnswerFirst();
        }
        var password = wanted.password();
        return new Proven(wanted, code, password == null ? null : passwords.hash(password));
    }

    /** Uses the code up and makes the member, in the caller's transaction. Refuses with WrongProof a code used meanwhile. */
    MemberResource enrol(Proven proven) {
        if (!codes.use(proven.code())) {
            throw new WrongProof();
        }
        var wanted = proven.wanted();
        var arrival = signingUp.signUp(wanted.phone(), wanted.name(), proven.passwordHash());
        var card = rows.findById(arrival.member().value()).orElseThrow().card();
        return new MemberResource(card.id().value(), card.name(), card.maskedPhone(), arrival.isNew());
    }

    /** What their proven phone means for a member, new or not: what was set before the first proof ends. */
    void prove(MemberResource member, Wanted wanted) {
        codes.mayAskAgain(wanted.phone());
        proving.enter(new MemberId(member.id()));
    }
}
