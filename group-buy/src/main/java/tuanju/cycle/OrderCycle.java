package tuanju.cycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** A leader's order cycle (接龙), from its opening to the last bag. */
@Entity
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class OrderCycle {

    @Id
    private UUID id;

    @PartitionKey
    @Column(updatable = false)
    private UUID communityId;

    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private UUID leaderId;

    private String title;

    @Enumerated(EnumType.STRING)
    private CycleStatus status;

    private Instant opens;
    private Instant cutOff;
    private UUID pickupPointId;
    private String pickupName;
    private String pickupArea;
    private String pickupAddress;
    private String pickupHours;
    private Instant pickupFrom;
    private Instant pickupUntil;

    @Nullable
    private Instant closedAt;

    @Nullable
    private Instant arrivedAt;

    @Nullable
    private Instant doneAt;

    @Version
    @Nullable
    private Integer version;

    OrderCycle(Maker maker, CyclePlan plan, CycleStatus status) {
        this.id = Ids.next();
        this.communityId = maker.community().value();
        this.code = maker.code().value();
        this.leaderId = maker.leader().value();
        this.title = plan.title();
        this.status = status;
        this.opens = plan.opens();
        this.cutOff = plan.cutOff();
        this.pickupPointId = plan.pickup().point();
        this.pickupName = plan.pickup().name();
        this.pickupArea = plan.pickup().area();
        this.pickupAddress = plan.pickup().address();
        this.pickupHours = plan.pickup().hours();
        this.pickupFrom = plan.pickupFrom();
        this.pickupUntil = plan.pickupUntil();
    }

    /** Takes no more orders (截单), by its cut-off or earlier by its leader. */
    void close(Instant now) {
        become(CycleStatus.CLOSED, CycleStatus.OPEN, CycleStatus.DRAFT);
        closedAt = now;
        cutOff = now.isBefore(cutOff) && now.isAfter(opens) ? now : cutOff;
    }

    /** The goods are here. */
    void arrive(Instant now) {
        become(CycleStatus.ARRIVED, CycleStatus.CLOSED);
        arrivedAt = now;
    }

    /** Everything is handed over or written off. */
    void finish(Instant now) {
        become(CycleStatus.DONE, CycleStatus.ARRIVED);
        doneAt = now;
    }

    CycleCard card() {
        return new CycleCard(
                id,
                new CommunityId(communityId),
                new Code(code),
                title,
                new MemberId(leaderId),
                status,
                opens,
                cutOff,
                pickupFrom,
                pickupUntil,
                new PickupPlace(pickupPointId, pickupName, pickupArea, pickupAddress, pickupHours));
    }

    private void become(CycleStatus next, CycleStatus... from) {
        if (!List.of(from).contains(status)) {
            throw CannotChangeCycle.from(status, next);
        }
        status = next;
    }

    /** Who makes a cycle, where, and the code it will be found by. */
    record Maker(CommunityId community, MemberId leader, Code code) {}
}
