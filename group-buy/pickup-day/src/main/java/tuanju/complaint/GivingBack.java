package tuanju.complaint;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;

/** Lets the money of a complaint go back, once each. */
@Component
@RequiredArgsConstructor
class GivingBack {

    private final Allowances allowances;

    /** Called last, because it touches the community's busy accounts. Refuses with AllowanceTooHigh or NotRefundable (409). */
    void give(ComplaintCard complaint, MemberId by) {
        var about = complaint.about();
        var cause = about.kind().cause();
        allowances.give(
                complaint.community(),
                new OrderId(about.order()),
                new Allowance(
                        about.kind().adjustment(),
                        about.productName(),
                        about.spec(),
                        complaint.given(),
                        cause,
                        "complaint-" + complaint.id()),
                new OrderChange(by, cause));
    }
}
