package tuanju.commission;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.catalog.Catalog;
import tuanju.community.CommunityId;
import tuanju.ledger.Ledger;
import tuanju.ledger.Transfer;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderOrigin;
import tuanju.order.book.OrderOrigins;
import tuanju.order.book.OrderSheet;
import tuanju.price.LeaderFees;
import tuanju.referral.Referrers;
import tuanju.settlement.Settlements;

/**
 * Writes down what a paid order is worth to whoever brought its buyer: by the link that stands on it, and by the rules and the
 * leader's fee of the moment it was placed. A buyer who removed the link before paying was brought by nobody; whoever closed
 * their account for good earns nothing.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class Proposing {

    private final OrderBook book;
    private final OrderOrigins origins;
    private final Referrers referrers;
    private final RuleRows rules;
    private final CommissionRows rows;
    private final CommissionInsertion insertion;
    private final OwnPurchase own;
    private final LeaderFees fees;
    private final Catalog catalog;
    private final Members members;
    private final Settlements settlements;
    private final CommissionShares shares;
    private final Ledger ledger;

    /** Nothing where nobody earns by it; twice is once. Whoever gives money of it back waits, or is waited for. */
    void of(CommunityId community, OrderId order) {
        var origin = origins.of(community, order);
        if (origin.isEmpty()) {
            return;
        }
        rows.waitFor(order);
        var sheet = book.sheet(community, order);
        if (earns(community, sheet, origin.get().by())) {
            insertion.insert(proposed(community, sheet, origin.get()));
            settleLate(community, order);
        }
    }

    /** Last: these accounts are busy. The payment may be heard of after the order was settled; then this is booked now. */
    private void settleLate(CommunityId community, OrderId order) {
        if (settlements.isSettled(community, order.value())) {
            var booked = shares.settled(community, order.value());
            if (!booked.isEmpty()) {
                ledger.post(booked.toArray(Transfer[]::new));
            }
        }
    }

    private boolean earns(CommunityId community, OrderSheet sheet, MemberId referrer) {
        var isAlive = sheet.status() != OrderStatus.PLACED
                && sheet.status() != OrderStatus.CLOSED
                && sheet.status() != OrderStatus.REFUNDED;
        return isAlive
                && sheet.kind() != OrderKind.IMPORT
                && sheet.buyer() != null
                && !referrer.equals(sheet.buyer())
                && referrers.isReferrer(referrer, community, sheet.placedAt())
                && !members.isGone(referrer);
    }

    private CommissionInsertion.New proposed(CommunityId community, OrderSheet sheet, OrderOrigin origin) {
        int fee = fees.feeAt(community, sheet.placedAt()).basisPoints();
        var rates = new Rates(
                rules.at(community, sheet.placedAt()),
                origin.by().value(),
                rows.record(community, origin.by(), sheet.placedAt()));
        var categories = categories(community, rates);
        var lines = IntStream.range(0, sheet.lines().size())
                .mapToObj(at -> line(at + 1, sheet.lines().get(at), rates, categories, fee))
                .toList();
        var reason = own.reason(community, sheet, origin.by());
        var what = new Commission(
                community,
                sheet.id(),
                sheet.code(),
                origin.by(),
                origin.link(),
                sheet.status() == OrderStatus.PAID ? State.PENDING : State.CONFIRMED,
                reason,
                reason == null ? null : Review.OPEN,
                sheet.placedAt(),
                false,
                lines.stream().map(Commission.Line::amount).reduce(Money.ZERO, Money::plus),
                Money.ZERO,
                lines);
        var ids = sheet.lines().stream().map(it -> it.id().value()).toList();
        return new CommissionInsertion.New(what, Objects.requireNonNull(sheet.buyer()), fee, ids);
    }

    private static Commission.Line line(
            int position, OrderLineCard line, Rates rates, Map<UUID, String> categories, int fee) {
        var category = line.product() == null ? "" : categories.getOrDefault(line.product(), "");
        var rule = rates.of(line.product(), category).beside(fee);
        var base = line.net();
        return new Commission.Line(
                position, line.title(), rule, base, base, base.share(new Percentage(rule.basisPoints())));
    }

    /** Looked up only where a rule asks for it. */
    private Map<UUID, String> categories(CommunityId community, Rates rates) {
        var found = new HashMap<UUID, String>();
        if (rates.rules().stream().anyMatch(it -> it.scope() == Scope.CATEGORY)) {
            catalog.products(community).forEach(it -> found.put(it.id().value(), it.category()));
        }
        return found;
    }
}
