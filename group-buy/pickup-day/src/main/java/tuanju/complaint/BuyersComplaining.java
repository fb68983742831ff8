package tuanju.complaint;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintRows.New;
import tuanju.complaint.ComplaintRows.Reporter;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.money.Money;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** Takes what buyers found in a bag they were handed: within the leader's allowance the leader answers, else the operator. */
@Component
@RequiredArgsConstructor
class BuyersComplaining {

    private final ComplaintRows rows;
    private final ComplaintLists lists;
    private final LeaderAllowance allowance;
    private final OrderBook book;
    private final Communities communities;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Moderation moderation;

    /**
     * Notes all of it or nothing, about one order. Refuses with NotFound another's order, with NotToComplainNow (409) before
     * it was handed over and once it is completed, and with ComplaintWaiting (409) what is looked at already.
     */
    @Transactional
    public List<ComplaintCard> complain(MemberId buyer, CommunityId community, List<Report> reports) {
        reports.forEach(it -> moderation.mustPass(Written.TEXT, "note", it.note()));
        var order = new OrderId(reports.getFirst().order().id());
        var sheet = book.sheet(community, order);
        if (!buyer.equals(sheet.buyer())) {
            throw new NotFound();
        }
        if (sheet.status() != OrderStatus.COLLECTED) {
            throw new NotToComplainNow();
        }
        var leader = book.leaderOf(community, order);
        var reporter = new Reporter(buyer, leader, true, leaderAnswers(community, leader, sheet, reports));
        return reports.stream()
                .map(report -> note(new New(community, Ids.next(), report.about(), sheet.source(), reporter)))
                .toList();
    }

    /**
     * Whether there is enough for all of it, and nothing of it was answered before: who asks again asks the operator. So
     * do leaders about their own orders.
     */
    private boolean leaderAnswers(CommunityId community, MemberId leader, OrderSheet sheet, List<Report> reports) {
        if (leader.equals(sheet.buyer())) {
            return false;
        }
        var earlier = lists.ofOrders(community, List.of(sheet.id().value()));
        if (reports.stream().anyMatch(report -> earlier.stream().anyMatch(it -> isAboutTheSame(it, report)))) {
            return false;
        }
        var asked = reports.stream().map(Report::asked).reduce(Money.ZERO, Money::plus);
        return !asked.isMoreThan(allowance.left(allowance.of(communities.get(community), leader, sheet)));
    }

    private static boolean isAboutTheSame(ComplaintCard earlier, Report report) {
        return earlier.about().productName().equals(report.line().product())
                && earlier.about().spec().equals(report.line().spec());
    }

    private ComplaintCard note(New complaint) {
        if (!rows.insert(complaint, false)) {
            throw new ComplaintWaiting();
        }
        var about = complaint.about();
        var reporter = complaint.reporter();
        audit.record(
                reporter.member().value(),
                "complaint.asked",
                "order " + about.orderCode(),
                about.asked().toString());
        if (reporter.withLeader()) {
            tell(reporter.leader(), complaint.id(), about.title());
        }
        return rows.one(complaint.community(), complaint.id()).orElseThrow(NotFound::new);
    }

    private void tell(MemberId leader, UUID complaint, String goods) {
        notifications.tell(
                leader,
                Notification.of("complaint-asked:" + complaint, "complaint.told.asked", "/lead/complaints", goods));
    }
}
