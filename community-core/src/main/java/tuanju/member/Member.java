package tuanju.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import tuanju.database.Ids;

/** A person with a phone. */
@Entity
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Member extends AbstractAggregateRoot<Member> {

    @Id
    private UUID id;

    @Embedded
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

    @Version
    private int version;

    Member(Phone phone, Nickname name, Instant now) {
        this.id = Ids.next();
        this.phone = phone;
        this.name = name.value();
        this.hue = Math.floorMod(id.hashCode(), 360);
        this.household = Household.UNKNOWN;
        this.createdAt = now;
        registerEvent(new MemberSignedUp(memberId(), now));
    }

    MemberId memberId() {
        return new MemberId(id);
    }

    void choosePassword(String hash) {
        this.passwordHash = hash;
    }

    void rename(Nickname name) {
        this.name = name.value();
    }

    void moveTo(Household household) {
        this.household = household;
    }

    void speak(Locale language) {
        this.locale = language.toLanguageTag();
    }

    void becomeOperator() {
        this.operator = true;
    }

    void stopBeingOperator() {
        this.operator = false;
    }

    MemberCard card() {
        var mask = name.substring(0, name.offsetByCodePoints(0, 1)) + "＊";
        return new MemberCard(memberId(), name, mask, phone.masked(), hue);
    }

    Contact contact() {
        return new Contact(name, phone, household);
    }

    SignedIn signedIn() {
        return new SignedIn(memberId(), name, operator);
    }
}
