package tuanju.journeys;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Jobs;
import support.Residents;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.link.Links;
import tuanju.link.Target;
import tuanju.member.MemberId;
import tuanju.member.operators.Operators;
import tuanju.order.OrderId;
import tuanju.order.fulfilment.Handover;
import tuanju.referral.Referrers;

/** What happens to recommendations behind the scenes: links, days that pass, and the books. */
@TestComponent
@RequiredArgsConstructor
public class Rewards {

    private static final String PASSWORD = "tuanju-demo";

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Links links;
    private final Handover handover;
    private final Jobs jobs;
    private final Referrers referrers;
    private final Ledger ledger;
    private final Operators operators;
    private final Residents residents;

    /** A link of this person's to an offer. */
    public Code link(String phone, Code offer) {
        return links.make(member(phone), new Target("offer", offer), "");
    }

    /** The order is handed over, seven days pass, and who earns by it has it. */
    public void settled(Code order) {
        var home = communities.of(order).id();
        var id = jdbc.sql("select id from orders where code = ?")
                .param(order.value())
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .single();
        var leader = jdbc.sql("select pickup_leader_id from orders where code = ?")
                .param(order.value())
                .query((row, number) -> new MemberId(row.getObject(1, UUID.class)))
                .single();
        handover.collect(home, id, leader);
        jdbc.sql("update orders set status = 'COMPLETED', changed_by = null, change_cause = 'completed' where code = ?")
                .param(order.value())
                .update();
        jobs.run("earning-settle-completed");
        jobs.run("invite-give");
    }

    /** What the books say is this referrer's, in fen, in the community of this order. */
    public long earned(String phone, Code order) {
        return referrers
                .account(member(phone), communities.of(order).id())
                .map(it -> ledger.balance(new Account(Account.Kind.COMMISSION, it)).fen())
                .orElse(0L);
    }

    /** Another operator, who signs in by password; answers their phone. */
    public String anotherOperator() {
        var phone = Residents.anyPhone();
        var member = residents.unproven(phone, PASSWORD, "第二位运营");
        jdbc.sql("update member set phone_proven_at = now() where id = ?")
                .param(member.value())
                .update();
        operators.appoint(member);
        return phone;
    }

    private MemberId member(String phone) {
        return jdbc.sql("select id from member where phone = ?")
                .param(phone)
                .query((row, number) -> new MemberId(row.getObject("id", UUID.class)))
                .single();
    }
}
