package tuanju.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintCard.About;
import tuanju.complaint.ComplaintRows.Decision;
import tuanju.complaint.ComplaintRows.New;
import tuanju.complaint.ComplaintRows.Reporter;
import tuanju.database.Ids;
import tuanju.desk.Desk;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.notification.Notification;
import tuanju.order.Allowance;
import tuanju.order.Allowances;
import tuanju.order.Buyers;
import tuanju.order.OrderBook;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderSheet;
import tuanju.order.OrderStatus;

/** Takes complaints at the gate, gives at once what the leader may give, and lets the operator decide about the rest. */
@Component
@RequiredArgsConstructor
class Complaining {

    private static final LocalDate EVERY_DAY = LocalDate.EPOCH;
    private static final int LONGEST_ANSWER = 200;

    private final ComplaintRows rows;
    private final LeaderAllowance allowance;
    private final Allowances allowances;
    private final OrderBook book;
    private final Buyers buyers;
    private final AuditTrail audit;
    private final ComplaintSettings settings;
    private final Clock clock;

    /**
     * Notes a complaint, and gives the money back where the leader's allowance carries it. Refuses with AllowanceTooHigh
     * or NotRefundable (409).
     */
    @Transactional
    public ComplaintCard report(Desk desk, Report report) {
        var community = desk.community().id();
        var sheet = book.sheet(community, new OrderId(report.order().id()));
        var about = about(report);
        var id = Ids.next();
        boolean byLeader = allowance.take(of(desk, sheet), about.asked());
        rows.insert(new New(community, id, about, sheet.source(), new Reporter(desk.attendant(), false)), byLeader);
        audit.record(
                desk.attendant().value(),
                byLeader ? "complaint.given" : "complaint.asked",
                "order " + about.orderCode(),
                about.asked().toString());
        var card = rows.one(community, id).orElseThrow(NotFound::new);
        if (byLeader) {
            give(card, desk.attendant());
        }
        return card;
    }

    /**
     * Notes what a buyer found in a bag they were handed; the operator decides. Refuses with NotFound another's order, with
     * NotToComplainNow (409) before it was handed over and once it is completed, and with ComplaintWaiting (409) what is
     * looked at already.
     */
    @Transactional
    public ComplaintCard complain(MemberId buyer, CommunityId community, Report report) {
        var sheet = book.sheet(community, new OrderId(report.order().id()));
        if (!buyer.equals(sheet.buyer())) {
            throw new NotFound();
        }
        if (sheet.status() != OrderStatus.COLLECTED) {
            throw new NotToComplainNow();
        }
        var about = about(report);
        var id = Ids.next();
        var complaint = new New(community, id, about, sheet.source(), new Reporter(buyer, true));
        if (!rows.insert(complaint, false)) {
            throw new ComplaintWaiting();
        }
        audit.record(
                buyer.value(),
                "complaint.asked",
                "order " + about.orderCode(),
                about.asked().toString());
        return rows.one(community, id).orElseThrow(NotFound::new);
    }

    /**
     * The operator gives back what was asked, or less, or nothing; less and nothing need a sentence. Refuses with
     * AlreadyDecided (409), Invalid, or as report does.
     */
    @Transactional
    public ComplaintCard decide(CommunityId community, UUID id, Decision decision) {
        var complaint = rows.one(community, id).orElseThrow(NotFound::new);
        check(complaint, decision);
        var decided = rows.decide(community, id, decision).orElseThrow(AlreadyDecided::new);
        audit.record(
                decision.by().value(),
                decision.given().isZero() ? "complaint.declined" : "complaint.given",
                "order " + decided.about().orderCode(),
                decision.given() + " " + decision.answer());
        if (!decision.given().isZero()) {
            give(decided, decision.by());
        } else {
            tellDeclined(decided, decision.answer());
        }
        return decided;
    }

    /** What of this order's allowance its leader may still give without asking. */
    @Transactional(readOnly = true)
    public Left left(Desk desk, UUID order) {
        var of = of(desk, book.sheet(desk.community().id(), new OrderId(order)));
        return new Left(allowance.left(of), of.limit(), of.perDay(), settings.percent(), settings.atLeast());
    }

    /** What is left of an allowance, and the rule it comes from. */
    record Left(Money left, Money limit, boolean perDay, String percent, Money atLeast) {}

    /** The complaints of this desk's cycle, oldest first. */
    @Transactional(readOnly = true)
    public List<ComplaintCard> ofCycle(Desk desk) {
        var cycle = desk.cycle();
        return cycle == null ? List.of() : rows.ofSource(desk.community().id(), cycle.id());
    }

    /** The complaints about these orders, oldest first. */
    @Transactional(readOnly = true)
    public List<ComplaintCard> about(CommunityId community, List<UUID> orders) {
        return rows.ofOrders(community, orders);
    }

    private static void check(ComplaintCard complaint, Decision decision) {
        if (decision.answer().length() > LONGEST_ANSWER) {
            throw new Invalid("answer", "complaint-answer-long", LONGEST_ANSWER);
        }
        var asked = complaint.about().asked();
        if (decision.given().isMoreThan(asked)) {
            throw new Invalid("yuan", "complaint-amount", asked.toString());
        }
        if (!decision.given().equals(asked) && decision.answer().isBlank()) {
            throw new Invalid("answer", "complaint-answer");
        }
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

    /** Last, because it touches the community's busy accounts. */
    private void give(ComplaintCard complaint, MemberId by) {
        var about = complaint.about();
        var cause = about.kind().cause();
        allowances.give(
                complaint.community(),
                new OrderId(about.order()),
                new Allowance(
                        about.productName(), about.spec(), complaint.given(), cause, "complaint-" + complaint.id()),
                new OrderChange(by, cause));
    }

    private LeaderAllowance.Of of(Desk desk, OrderSheet order) {
        var community = desk.community();
        var source = order.source();
        boolean ofCycle = order.kind() == OrderKind.CYCLE || order.kind() == OrderKind.IMPORT;
        if (ofCycle && source != null) {
            var limit =
                    settings.allowanceOf(book.totalsOf(community.id(), source).amount());
            return new LeaderAllowance.Of(community.id(), source, EVERY_DAY, limit, false);
        }
        var today = LocalDate.ofInstant(clock.instant(), community.zone());
        return new LeaderAllowance.Of(community.id(), desk.owner().value(), today, settings.atLeast(), true);
    }

    private static About about(Report report) {
        return new About(
                report.order().id(),
                report.order().code(),
                report.line().product(),
                report.line().spec(),
                report.kind(),
                report.pieces(),
                report.asked(),
                report.note(),
                report.picture());
    }
}
