package tuanju.redemption;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.community.Lines;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.points.PointsSpending;

/** Members have goods for their points; the leader of the point hands each over, once, or says that it is missing and gives back. */
@Component
@RequiredArgsConstructor
@Transactional
public class Redeeming {

    static final int PAGE = 20;
    private static final int MOST_OFFERED = 100;
    private static final int MOST_WAITING = 500;
    private static final int LONGEST_REASON = 200;

    private final PointsGoodsRows goods;
    private final RedemptionRows rows;
    private final PointsSpending points;
    private final Communities communities;
    private final Memberships memberships;
    private final Leaders leaders;
    private final PickupPoints places;
    private final Notifications notifications;
    private final Clock clock;

    /** A page of them; the id for the next page, null after the last. */
    record Page(List<Redemption> items, @Nullable UUID next) {}

    /** What can be had in a community now, the newest first. */
    @Transactional(readOnly = true)
    public List<PointsGoods> offered(CommunityId community) {
        var open = places.in(community).stream()
                .filter(PickupPointCard::open)
                .map(PickupPointCard::id)
                .collect(Collectors.toSet());
        return goods.there(community, MOST_OFFERED).stream()
                .filter(it -> open.contains(it.point()))
                .toList();
    }

    /**
     * One for its price, which leaves the lots that end first. Refuses with NotFound what is not there, with CannotRedeem where none is
     * left, one waits already, or they do not belong there, and with NotEnoughPoints; then nothing is changed.
     */
    public Redemption redeem(MemberId member, Code code) {
        var wanted = goods.find(code).orElseThrow(NotFound::new);
        if (memberships
                .of(member, wanted.community())
                .filter(Membership::isActive)
                .isEmpty()) {
            throw CannotRedeem.ofMembers();
        }
        boolean isFetched = places.find(wanted.community(), wanted.point())
                .filter(PickupPointCard::open)
                .isPresent();
        if (!isFetched || !goods.take(wanted)) {
            throw CannotRedeem.gone();
        }
        var made = new Redemption(
                wanted.community(),
                Ids.next(),
                communities.nextCode(wanted.community()),
                wanted.id(),
                member,
                wanted.point(),
                wanted.title(),
                wanted.points(),
                FetchingCode.next(),
                Redemption.State.WAITING,
                clock.instant(),
                null);
        if (!rows.insert(made)) {
            throw CannotRedeem.waits();
        }
        notifications.tell(
                wanted.leader(),
                Notification.of("redemption:" + made.id(), "redemption.told.new", "/lead/points-goods", made.title()));
        // the busy books last
        points.spend(made.community(), member, made.points(), made.id(), made.title());
        return made;
    }

    /** Hands it over; twice is once. Refuses with NotFound what is not at a point of theirs, with CannotRedeem what came back. */
    public void handOver(MemberId leader, Code code) {
        var it = own(leader, code);
        switch (it.state()) {
            case WAITING -> rows.handed(it, leader);
            case HANDED -> {}
            case RETURNED -> throw CannotRedeem.returned();
        }
    }

    /**
     * It is missing: its points are their owner's again, who reads why. Twice is once. Refuses with NotFound what is not at a point of
     * theirs, with Invalid no reason, with CannotRedeem what was handed over.
     */
    public void giveBack(MemberId leader, Code code, @Nullable String why) {
        var reason = Lines.required("reason", why == null ? "" : why, LONGEST_REASON);
        var it = own(leader, code);
        if (it.state() == Redemption.State.HANDED) {
            throw CannotRedeem.handed();
        }
        if (!it.isWaiting()) {
            return;
        }
        returned(it, reason, leader);
    }

    /** What a member had, the newest first. */
    @Transactional(readOnly = true)
    public Page of(MemberId member, @Nullable UUID after) {
        var found = rows.of(member, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        return new Page(shown, found.size() > PAGE ? shown.getLast().id() : null);
    }

    /** What waits at the points of a leader, who waits longest first. */
    @Transactional(readOnly = true)
    public List<Redemption> waitingAt(MemberId leader) {
        return leaders.communitiesLedBy(leader).stream()
                .flatMap(here -> rows
                        .waiting(
                                here.id(),
                                places.ledBy(here.id(), leader).stream()
                                        .map(PickupPointCard::id)
                                        .toList(),
                                MOST_WAITING)
                        .stream())
                .toList();
    }

    /** What can be fetched from nobody: it waits at a point whose leader leads there no more. */
    @Transactional(readOnly = true)
    public List<Redemption> stuck() {
        return rows.points().stream()
                .filter(it -> !isLed(it))
                .flatMap(it -> rows.waiting(it.community(), List.of(it.point()), MOST_WAITING).stream())
                .toList();
    }

    /** Gives one of those back; what can be fetched meanwhile stays. */
    public void giveBackStuck(Redemption stuck) {
        rows.lock(stuck.code())
                .filter(it -> it.isWaiting() && !isLed(new RedemptionRows.Place(it.community(), it.point())))
                .ifPresent(it -> returned(it, Redemption.NOBODY_HANDS_OVER, it.member()));
    }

    private boolean isLed(RedemptionRows.Place place) {
        return places.find(place.community(), place.point())
                .filter(at -> leaders.leads(at.leader(), place.community()))
                .isPresent();
    }

    private void returned(Redemption it, String reason, MemberId by) {
        // the goods first, as whoever has one takes them
        goods.missing(it.community(), it.goods());
        rows.returned(it, reason, by);
        notifications.tell(it.member(), told(it, reason));
        points.giveBack(it.community(), it.member(), it.id());
    }

    private static Notification told(Redemption it, String reason) {
        var subject = "redemption:" + it.id() + ":returned";
        var points = String.valueOf(it.points());
        return reason.equals(Redemption.NOBODY_HANDS_OVER)
                ? Notification.of(subject, "redemption.told.nobody", "/me/redemptions", it.title(), points)
                : Notification.of(subject, "redemption.told.returned", "/me/redemptions", it.title(), points, reason);
    }

    /** Held until the transaction ends, so that two tabs take turns. */
    private Redemption own(MemberId leader, Code code) {
        return rows.lock(code)
                .filter(it -> places.find(it.community(), it.point())
                        .filter(at -> at.leader().equals(leader) && leaders.leads(leader, it.community()))
                        .isPresent())
                .orElseThrow(NotFound::new);
    }
}
