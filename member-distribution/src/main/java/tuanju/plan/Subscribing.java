package tuanju.plan;

import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.MemberId;
import tuanju.payment.PaymentRequest;
import tuanju.payment.Payments;
import tuanju.payment.providers.WayToPay;

/** A member takes a plan and pays for it. Nobody has two at once, and none goes on by itself. */
@Component
@RequiredArgsConstructor
public class Subscribing {

    static final String PAGE = "/me/plans/";

    private final Plans plans;
    private final SubscriptionRows rows;
    private final Communities communities;
    private final Payments payments;

    /**
     * Takes it at its terms of now; it begins when it is paid, or after the one they have. Refuses with NotFound, and with CannotSubscribe
     * (409): closed, of members, one unpaid, one they have that does not end soon.
     */
    @Transactional
    Subscription subscribe(MemberId member, Code code) {
        var plan = plans.any(code);
        rows.hold(plan.community(), member);
        if (!plans.isOffered(plan)) {
            throw CannotSubscribe.closed();
        }
        return rows.insert(plan, member)
                .flatMap(it -> rows.find(plan.community(), it))
                .orElseThrow(() -> why(plan, member));
    }

    /** The same for whoever sets up a community to look at; answers the code of what was taken. */
    @Transactional
    public Code take(MemberId member, Code plan) {
        return subscribe(member, plan).code();
    }

    /** And where it is paid. */
    @Transactional(propagation = Propagation.NEVER)
    public String payAt(MemberId member, Code taken, String provider) {
        return Objects.requireNonNull(pay(member, taken, provider).address());
    }

    /** Refuses with NotFound, also another person's. */
    @Transactional(readOnly = true)
    Subscription own(MemberId member, Code code) {
        return rows.find(communities.of(code).id(), code)
                .filter(it -> it.member().equals(member))
                .orElseThrow(NotFound::new);
    }

    /**
     * Opens its payment and answers how it can be paid. Calls the provider: never inside a transaction. Refuses with NotFound, with
     * CannotSubscribe what waits for no money, with Invalid an unknown provider, and cash: time goes back by the way it came.
     */
    @Transactional(propagation = Propagation.NEVER)
    WayToPay pay(MemberId member, Code code, String provider) {
        var taken = own(member, code);
        if (!taken.isPayable()) {
            throw CannotSubscribe.notPayable();
        }
        var choices =
                payments.providers().stream().filter(it -> !Payments.isCash(it)).toList();
        if (!choices.contains(provider)) {
            throw new Invalid("provider", "unknown-provider", String.join(", ", choices));
        }
        return payments.open(request(taken, provider));
    }

    static PaymentRequest request(Subscription taken, String provider) {
        return new PaymentRequest(
                taken.community(),
                taken.id(),
                taken.order(),
                taken.member(),
                taken.terms().price(),
                taken.terms().title(),
                provider,
                taken.term().payBefore(),
                PAGE + taken.code());
    }

    private CannotSubscribe why(Plan plan, MemberId member) {
        if (!plan.isOpen()) {
            return CannotSubscribe.closed();
        }
        if (!rows.maySee(plan.community(), member)) {
            return CannotSubscribe.ofMembers();
        }
        return rows.waiting(plan.community(), member).isPresent() ? CannotSubscribe.unpaid() : CannotSubscribe.have();
    }
}
