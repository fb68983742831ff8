package tuanju.community;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import tuanju.database.Ids;

/** Neighbours who buy together (社群). */
@Entity
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Community {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String shortCode;

    private String name;
    private String place;
    private String zone;

    @Column(updatable = false)
    private Instant createdAt;

    @Nullable
    private Instant closedAt;

    Community(String shortCode, String name, String place, Instant now) {
        this.id = Ids.next();
        this.shortCode = shortCode;
        this.name = name;
        this.place = place;
        this.zone = "Asia/Shanghai";
        this.createdAt = now;
    }

    void rename(String name, String place) {
        this.name = name;
        this.place = place;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    CommunityCard card() {
        return new CommunityCard(new CommunityId(id), shortCode, name, place, ZoneId.of(zone));
    }
}
