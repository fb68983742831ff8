package tuanju.payment;

import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.payment.deciding.CaseDesk;

/** Pays orders in tests through a provider, not to the leader: what it would say is said here, without HTTP. */
@TestComponent
@RequiredArgsConstructor
public class Cards {

    private static final String PROVIDER = "sandbox";

    private final PaymentTries tries;
    private final CaptureRouter router;
    private final RefundQueue refunds;
    private final CaseDesk desk;
    private final Communities communities;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The whole amount of an order arrives. */
    public void pay(MemberId buyer, Code order) {
        pay(buyer, order, Money.ofFen(column(order, "amount_fen", Long.class)));
    }

    /** This much of it arrives. */
    public void pay(MemberId buyer, Code order, Money amount) {
        var community = communities.of(order).id();
        var wish = new PaymentRequest(
                community,
                column(order, "id", UUID.class),
                order,
                buyer,
                amount,
                "水果",
                PROVIDER,
                clock.instant().plusSeconds(1800),
                "/orders/" + order);
        var payment = tries.open(wish, communities.nextCode(community));
        router.route(new Took(PROVIDER, payment.code(), UUID.randomUUID().toString(), amount, clock.instant()));
    }

    /** The provider has given back whatever it was asked to. */
    public void giveBack(CommunityId community) {
        jdbc.sql("select code from refund where community_id = ? and provider = ? and status <> 'DONE'")
                .params(community.value(), PROVIDER)
                .query(String.class)
                .list()
                .forEach(it -> refunds.finish(refunds.find(community, it).orElseThrow()));
    }

    /** The operator says of every open case that it is done. */
    public void settleCases(CommunityId community, MemberId by) {
        desk.cases(true, null, 50).stream()
                .filter(it -> it.about().community().equals(community))
                .forEach(it -> desk.settle(community, it.about().id(), "转账给本人", by));
    }

    private <T> T column(Code order, String name, Class<T> type) {
        return jdbc.sql("select %s from orders where code = ?".formatted(name))
                .param(order.value())
                .query(type)
                .single();
    }
}
