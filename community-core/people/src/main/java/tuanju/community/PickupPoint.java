package tuanju.community;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.picture.PictureRef;

/** Where people collect what they bought (自提点), and who hands over there. */
@Entity
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class PickupPoint {

    @Id
    private UUID id;

    @PartitionKey
    @Column(updatable = false)
    private UUID communityId;

    @Column(updatable = false)
    private UUID leaderId;

    @Embedded
    private PickupPlace place;

    @Column(updatable = false)
    private Instant createdAt;

    @Nullable
    private Instant closedAt;

    @Nullable
    private String photo;

    @Version
    private int version;

    PickupPoint(CommunityId community, MemberId leader, PickupPlace place, Instant now) {
        this.id = Ids.next();
        this.communityId = community.value();
        this.leaderId = leader.value();
        this.place = place;
        this.createdAt = now;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    void change(PickupPlace place) {
        this.place = place;
    }

    void photograph(@Nullable PictureRef photo) {
        this.photo = photo == null ? null : photo.value();
    }

    void close(Instant now) {
        if (isOpen()) {
            closedAt = now;
        }
    }

    void reopen() {
        closedAt = null;
    }

    /** Its leader closed their account: the name stays, which others know their orders by. */
    void forget(Instant now) {
        place = new PickupPlace(place.name(), place.area(), "—", "", "");
        photo = null;
        close(now);
    }

    PickupPointCard card() {
        return new PickupPointCard(
                id,
                new CommunityId(communityId),
                place.name(),
                place.area(),
                place.address(),
                place.hours(),
                place.instructions(),
                new MemberId(leaderId),
                isOpen(),
                photo == null ? null : new PictureRef(photo));
    }
}
