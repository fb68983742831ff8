package tuanju.commission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tuanju.community.Code;
import tuanju.consent.Consents;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.ledger.Account;
import tuanju.member.MemberId;

@DisplayName("Who buys from themselves under another name earns nothing before a person has looked")
class RingTest extends CommissionExample {

    @Autowired
    private CommissionRows rows;

    @Autowired
    private Reviewing reviewing;

    @Autowired
    private Consents consents;

    private CycleCard cycle;

    @BeforeEach
    void open() {
        cycle = round.open(home, null, CycleRound.eggs(20_00), CycleRound.cased(10_00, 1));
    }

    @Test
    @DisplayName("one account at the provider paid for both")
    void onePayer() {
        payers(me(), home.member(1));
        assertThat(found(paid(cycle, 1, link(cycle), 1, 0)).reason()).isEqualTo("PAYER");
    }

    @Test
    void onePayerLongAgoIsNone() {
        payers(me(), home.member(1));
        jdbc.sql("update payer_account set paid_at = now() - interval '91 days' where member_id = ?")
                .param(me().value())
                .update();
        assertThat(found(paid(cycle, 1, link(cycle), 1, 0)).reason()).isNull();
    }

    @Test
    @DisplayName("one browser was used by both, until one of them does not allow it any more")
    void oneBrowser() {
        browser(me(), home.member(1));
        assertThat(found(paid(cycle, 1, link(cycle), 1, 0)).reason()).isEqualTo("BROWSER");

        browser(me(), home.member(2));
        consents.give(home.member(2), "link-browser");
        consents.withdraw(home.member(2), "link-browser");
        assertThat(found(paid(cycle, 2, link(cycle), 1, 0)).reason()).isNull();
    }

    @Test
    @DisplayName("nothing is booked for a ring, also when its order is settled, until a person allows it")
    void nothingIsBookedForARing() {
        payers(me(), home.member(1));
        var order = paid(cycle, 1, link(cycle), 2, 0);
        settled(cycle, order);
        assertThat(balance(Account.Kind.COMMISSION)).isZero();

        reviewing.decide(home.leader(), home.id(), id(order), false);
        assertThat(balance(Account.Kind.COMMISSION)).isZero();
        assertThat(new EarnedLines(found(order), null).standing()).isEqualTo("REFUSED");
    }

    private Commission found(Code order) {
        return rows.find(home.id(), id(order)).orElseThrow();
    }

    private void payers(MemberId... members) {
        for (var it : members) {
            jdbc.sql("insert into payer_account (provider, account, member_id) values ('wechat', sha256(?), ?)")
                    .params(home.id().value().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), it.value())
                    .update();
        }
    }

    private void browser(MemberId... members) {
        for (var it : members) {
            jdbc.sql("insert into known_browser (browser, member_id) values (sha256(?), ?) on conflict do nothing")
                    .params(members[1].value().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), it.value())
                    .update();
        }
    }
}
