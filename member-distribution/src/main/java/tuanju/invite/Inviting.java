package tuanju.invite;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.coupon.InviteGifts;
import tuanju.member.MemberId;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.order.OrderFacts;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderOrigins;

/** Notes who was brought by whom with their first order, gives both a coupon once it is completed, and takes them back where it goes back. */
@Component
@RequiredArgsConstructor
class Inviting {

    private static final int AT_ONCE = 100;
    private static final int LOOKED_AT = 50;
    private static final Set<OrderStatus> BOUGHT =
            EnumSet.of(OrderStatus.PAID, OrderStatus.CONFIRMED, OrderStatus.COLLECTED, OrderStatus.COMPLETED);

    private final InviteRows rows;
    private final InviteGifts gifts;
    private final OrderBook orders;
    private final List<OrderOrigins> origins;
    private final Communities communities;
    private final Notifications notifications;

    /** Nothing where nothing is given for it, where it is not their first here, and where nobody brought them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void paid(OrderFacts order) {
        var buyer = order.buyer();
        if (buyer == null) {
            return;
        }
        var gift = gifts.open(order.community(), order.leader()).orElse(null);
        if (gift == null || !isFirst(order.community(), buyer, order.order())) {
            return;
        }
        origins.stream()
                .flatMap(it -> it.of(order.community(), order.order()).stream())
                .filter(it -> !it.by().equals(buyer))
                .findFirst()
                .ifPresent(it -> rows.insert(new Invite(
                        order.community(), buyer, it.by(), order.order().value(), gift.campaign(), null, null)));
    }

    private boolean isFirst(CommunityId community, MemberId buyer, OrderId order) {
        return orders.of(buyer, BOUGHT, null, LOOKED_AT).stream()
                .filter(it -> communities.of(it.code()).id().equals(community))
                // of two that were paid at one moment the older one is the first
                .noneMatch(it -> it.id().value().compareTo(order.value()) < 0);
    }

    /** Those to look at now. */
    @Transactional
    List<Invite> waiting() {
        return rows.waiting(AT_ONCE);
    }

    /** Completed, it gives; ended otherwise, it never will. */
    @Transactional
    void look(Invite waiting) {
        var status =
                orders.sheet(waiting.community(), new OrderId(waiting.order())).status();
        if (status == OrderStatus.COMPLETED) {
            rows.lock(waiting).ifPresent(this::give);
        } else if (status == OrderStatus.REFUNDED || status == OrderStatus.CLOSED) {
            rows.lock(waiting).ifPresent(it -> rows.end(it, false));
        }
    }

    private void give(Invite invite) {
        int nth = rows.nextOfMonth(invite);
        var ofInvited = gifts.give(invite.community(), invite.campaign(), invite.invited())
                .orElse(null);
        var most = gifts.perMonth(invite.community(), invite.campaign());
        var ofInviter = nth > most
                ? null
                : gifts.give(invite.community(), invite.campaign(), invite.inviter())
                        .orElse(null);
        rows.give(invite, ofInvited, ofInviter, nth);
        tell(invite, invite.invited(), ofInvited, "invite.told.invited");
        tell(invite, invite.inviter(), ofInviter, "invite.told.inviter");
    }

    private void tell(Invite invite, MemberId to, @Nullable UUID coupon, String topic) {
        if (coupon != null) {
            notifications.tell(to, Notification.of("invite:" + invite.order(), topic, "/me/coupons"));
        }
    }

    /** Its order went back whole: what is unused of what it gave goes. */
    @Transactional(propagation = Propagation.MANDATORY)
    void refunded(CommunityId community, UUID order) {
        // who gives at this moment is waited for, and what they gave is seen
        rows.hold(community, order);
        rows.endWaiting(community, order);
        rows.given(community, order).ifPresent(it -> {
            gifts.withdraw(
                    community,
                    Stream.of(it.ofInvited(), it.ofInviter())
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull)
                            .toList());
            rows.end(it, true);
        });
    }
}
