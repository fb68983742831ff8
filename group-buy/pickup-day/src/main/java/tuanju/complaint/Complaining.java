package tuanju.complaint;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintRows.Decision;
import tuanju.complaint.ComplaintRows.New;
import tuanju.complaint.ComplaintRows.Reporter;
import tuanju.database.Ids;
import tuanju.desk.Desk;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.money.Money;
import tuanju.notification.Notification;
import tuanju.order.Buyers;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;

/** Takes complaints at the gate, gives at once what the leader may give, and lets the operator decide about the rest. */
@Component
@RequiredArgsConstructor
class Complaining {

    private final ComplaintRows rows;
    private final ComplaintLists lists;
    private final LeaderAllowance allowance;
    private final GivingBack giving;
    private final OrderBook book;
    private final Buyers buyers;
    private final AuditTrail audit;
    private final Moderation moderation;
    private final ComplaintSettings settings;

    /**
     * Notes a complaint, and gives the money back where the leader's allowance carries it. Refuses with AllowanceTooHigh
     * or NotRefundable (409).
     */
    @Transactional
    public ComplaintCard report(Desk desk, Report report) {
        moderation.mustPass(Written.TEXT, "note", report.note());
        var community = desk.community().id();
        var sheet = book.sheet(community, new OrderId(report.order().id()));
        var about = report.about();
        var id = Ids.next();
        boolean byLeader = allowance.take(allowance.of(desk.community(), desk.owner(), sheet), about.asked());
        rows.insert(
                new New(community, id, about, sheet.source(), new Reporter(desk.attendant(), desk.owner())), byLeader);
        audit.record(
                desk.attendant().value(),
                byLeader ? "complaint.given" : "complaint.asked",
                "order " + about.orderCode(),
                about.asked().toString());
        var card = rows.one(community, id).orElseThrow(NotFound::new);
        if (byLeader) {
            giving.give(card, desk.attendant());
        }
        return card;
    }

    /**
     * The operator gives back what was asked, or less, or nothing; less and nothing need a sentence. Refuses with
     * AlreadyDecided (409), Invalid, or as report does.
     */
    @Transactional
    public ComplaintCard decide(CommunityId community, UUID id, Decision decision) {
        var complaint = rows.one(community, id).orElseThrow(NotFound::new);
        decision.check(complaint);
        var decided = rows.decide(community, id, decision).orElseThrow(AlreadyDecided::new);
        audit.record(
                decision.by().value(),
                decision.given().isZero() ? "complaint.declined" : "complaint.given",
                "order " + decided.about().orderCode(),
                decision.given() + " " + decision.answer());
        if (!decision.given().isZero()) {
            giving.give(decided, decision.by());
        } else {
            tellDeclined(decided, decision.answer());
        }
        return decided;
    }

    /** What of this order's allowance its leader may still give without asking. */
    @Transactional(readOnly = true)
    public Left left(Desk desk, UUID order) {
        var sheet = book.sheet(desk.community().id(), new OrderId(order));
        var of = allowance.of(desk.community(), desk.owner(), sheet);
        return new Left(allowance.left(of), of.limit(), of.perDay(), settings.percent(), settings.atLeast());
    }

    /** What is left of an allowance, and the rule it comes from. */
    record Left(Money left, Money limit, boolean perDay, String percent, Money atLeast) {}

    /** The complaints of this desk's cycle, oldest first. */
    @Transactional(readOnly = true)
    public List<ComplaintCard> ofCycle(Desk desk) {
        var cycle = desk.cycle();
        return cycle == null ? List.of() : lists.ofSource(desk.community().id(), cycle.id());
    }

    /** The complaints about these orders, oldest first. */
    @Transactional(readOnly = true)
    public List<ComplaintCard> about(CommunityId community, List<UUID> orders) {
        return lists.ofOrders(community, orders);
    }

    private void tellDeclined(ComplaintCard complaint, String answer) {
        buyers.tell(
                complaint.community(),
                List.of(new OrderId(complaint.about().order())),
                it -> Notification.of(
                        "complaint:" + complaint.id(),
                        "complaint.told.declined",
                        it.page(),
                        complaint.about().productName(),
                        answer));
    }
}
