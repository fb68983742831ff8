package tuanju.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.membership.Memberships;
import tuanju.money.Money;
import tuanju.price.Funder;

@DisplayName("Campaigns are made by those whose money it is")
class CampaignsTest extends CouponExample {

    @Autowired
    Memberships memberships;

    @Test
    void whatItCostsAtMostIsSaidBefore() {
        var all = campaigns.preview(operator, home.id(), five().budget(42_00).done());
        assertThat(all.costsAtMost()).isEqualTo(Money.ofYuan("42"));
        assertThat(all.ordersInFull()).isEqualTo(8);

        var few = campaigns.preview(operator, home.id(), five().packet(3).done());
        assertThat(few.costsAtMost()).isEqualTo(Money.ofYuan("15"));
    }

    @Test
    void isRefusedByField() {
        refused(five().off(20_00, 20_00), "fromFen", "coupon-from-above-off");
        refused(five().budget(0), "budgetFen", "coupon-money");
        refused(five().each(0), "perPerson", "coupon-number");
        refused(five().percent(100, 5_00), "basisPoints", "coupon-number");
        refused(five().only(UUID.randomUUID(), null), "product", "coupon-no-such-goods");
        refused(five().only(null, "没有"), "category", "coupon-no-such-goods");
        refused(five().stacking("leader"), "stacking", "coupon-stacking-of-leaders");
    }

    @Test
    void categoriesAreThoseOfTheCommunity() {
        assertThat(made(five().only(null, "水果")).what().terms().goods().name()).isEqualTo("水果");
    }

    @Test
    @DisplayName(
            "C-05 a leader gives no more than their fee of an order pays for, and an operator's word is not theirs")
    void leadersGiveOutOfTheirFee() {
        var leader = new Maker(home.leader(), false);

        assertThat(campaigns
                        .make(
                                leader,
                                home.id(),
                                five().off(5_00, 200_00).by(Funder.LEADER).done())
                        .leader())
                .isEqualTo(home.leader());
        assertThatThrownBy(() -> campaigns.make(
                        leader, home.id(), five().by(Funder.LEADER).done()))
                .asInstanceOf(type(Invalid.class))
                .extracting(Invalid::getType)
                .isEqualTo("coupon-above-fee");
        assertThatThrownBy(() -> campaigns.make(leader, home.id(), five().done()))
                .asInstanceOf(type(Invalid.class))
                .extracting(Invalid::getField)
                .isEqualTo("funder");
        var neighbour = new Maker(home.member(0), false);
        assertThatThrownBy(() -> campaigns.make(
                        neighbour,
                        home.id(),
                        five().off(5_00, 200_00).by(Funder.LEADER).done()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("C-10 its title promises no pay for people")
    void itsTitlePassesTheLaw() {
        assertThatThrownBy(() -> made(five().called("发展下线送券")))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo("against-the-law-c-02");
    }

    @Test
    @DisplayName(
            "whoever has an unused coupon is told once that no more are given when it is ended; who used theirs is not")
    void whoHasOneIsTold() {
        var campaign = made(five());
        for (int at = 0; at < 2; at++) {
            memberships.join(home.member(at), home.id());
            claiming.claim(home.member(at), campaign.code());
        }
        jdbc.sql("update coupon set withdrawn_at = now() where community_id = ? and member_id = ?")
                .params(home.id().value(), home.member(1).value())
                .update();

        campaigns.end(operator, campaign.code());
        campaigns.end(operator, campaign.code());

        assertThat(jdbc.sql("""
                    select member_id from notification where topic = 'coupon.told.campaign-ended' and member_id in (?, ?)
                    """)
                        .params(home.member(0).value(), home.member(1).value())
                        .query(UUID.class)
                        .list())
                .containsExactly(home.member(0).value());
        assertThat(coupons.of(home.member(0), null, 10)).hasSize(1);
    }

    @Test
    void othersDoNotSteerIt() {
        var campaign = made(five());
        var neighbour = new Maker(home.member(0), false);

        assertThatThrownBy(() -> campaigns.own(neighbour, campaign.code())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> campaigns.end(neighbour, campaign.code())).isInstanceOf(NotFound.class);
    }

    private void refused(Draft draft, String field, String type) {
        assertThatThrownBy(() -> campaigns.preview(operator, home.id(), draft.done()))
                .isInstanceOfSatisfying(Invalid.class, it -> {
                    assertThat(it.getField()).isEqualTo(field);
                    assertThat(it.getType()).isEqualTo(type);
                });
    }
}
