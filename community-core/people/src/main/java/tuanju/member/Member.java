package tuanju.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.modulith.NamedInterface;
import tuanju.database.Ids;

/** A person with a phone. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@NamedInterface("rooms")
public class Member extends AbstractAggregateRoot<Member> {

    /** Carriers give a number out again after some months; nobody stays signed in for longer than one. */
    static final Duration LONGEST_SILENCE = Duration.ofDays(365);

    /** What stands where a name stood; the table holds it against every closed account. */
    private static final String CLOSED = "已注销";

    @Id
    private UUID id;

    /** None once its owner closed it. */
    @Embedded
    @Getter(AccessLevel.NONE)
    @Nullable
    private Phone phone;

    private String name;

    @Nullable
    private String passwordHash;

    private int hue;

    private boolean operator;

    @Nullable
    private String locale;

    @Embedded
    private Household household;

    @Column(updatable = false)
    private Instant createdAt;

    @Nullable
    private Instant phoneProvenAt;

    private Instant lastSignedInAt;

    @Nullable
    private Instant parkedAt;

    @Nullable
    private Instant closedAt;

    @Version
    private int version;

    /** Somebody whose phone has just been proven. */
    public Member(Phone phone, Nickname name, Instant now) {
        this.id = Ids.next();
        this.phone = phone;
        this.name = name.value();
        this.hue = Math.floorMod(id.hashCode(), 360);
        this.household = Household.UNKNOWN;
        this.createdAt = now;
        this.phoneProvenAt = now;
        this.lastSignedInAt = now;
        registerEvent(new PhoneProven(memberId(), now));
    }

    /** Whether anything may hang on this account: a code has come back, and the number has not gone to somebody else. */
    public boolean isProven() {
        return phoneProvenAt != null && parkedAt == null;
    }

    /** Silent for so long that the number may have been given out again. */
    public boolean isDormantAt(Instant now) {
        return lastSignedInAt.isBefore(now.minus(LONGEST_SILENCE));
    }

    /** A code came back: for the first time it ends the password, and after a long time it is news again. */
    public void prove(Instant now) {
        var before = phoneProvenAt;
        if (before == null) {
            passwordHash = null;
        }
        if (before == null || before.isBefore(now.minus(LONGEST_SILENCE))) {
            registerEvent(new PhoneProven(memberId(), now));
        }
        phoneProvenAt = now;
        lastSignedInAt = now;
    }

    public void comeBack(Instant now) {
        lastSignedInAt = now;
    }

    /** The number belongs to somebody else now: the account keeps its orders and lets nobody in. */
    public void park(Instant now) {
        parkedAt = now;
        passwordHash = null;
        operator = false;
    }

    /** Its owner is known again: it opens to whoever proves this phone by a code. */
    public void giveBack(Phone phone, Instant now) {
        this.phone = phone;
        parkedAt = null;
        phoneProvenAt = null;
        lastSignedInAt = now;
    }

    /** Its owner ends it: what points to it goes on doing so, and nothing says whose it was. */
    public void close(Instant now) {
        phone = null;
        name = CLOSED;
        passwordHash = null;
        locale = null;
        household = Household.UNKNOWN;
        parkedAt = now;
        closedAt = now;
    }

    /** Its owner ended it: nobody gets it back. */
    public boolean isClosedForGood() {
        return closedAt != null;
    }

    public Phone getPhone() {
        return Objects.requireNonNull(phone, "a closed account has no phone");
    }

    public MemberId memberId() {
        return new MemberId(id);
    }

    public void choosePassword(String hash) {
        this.passwordHash = hash;
    }

    public void rename(Nickname name) {
        this.name = name.value();
    }

    public void moveTo(Household household) {
        this.household = household;
    }

    void speak(Locale language) {
        this.locale = language.toLanguageTag();
    }

    public void becomeOperator() {
        this.operator = true;
    }

    public void stopBeingOperator() {
        this.operator = false;
    }

    public MemberCard card() {
        return MemberCard.of(memberId(), name, phone, hue);
    }

    Contact contact() {
        return new Contact(name, getPhone(), household);
    }

    public SignedIn signedIn() {
        return new SignedIn(memberId(), name, operator && isProven());
    }
}
