package tuanju.coupon;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Coupons of a member, and those a leader made. */
@Component
class PersonalCoupons implements PersonalData {

    private static final String TRADE =
            "a trade record: three years (E-Commerce Law, Art. 31); names its member by an id alone";

    @Override
    public String called() {
        return "coupon";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("coupon_campaign").copied("""
                    select code, title, budget_fen, given_fen, made_at, ended_at
                    from coupon_campaign where made_by = :member
                    """).forgotten("""
                                    update coupon_campaign set ended_at = now() where leader_id = :member and ended_at is null
                                    """).kept(TRADE),
                PersonalTable.of("coupon").copied("""
                    select k.code, c.title, k.claimed_at, k.ends_at
                    from coupon k join coupon_campaign c using (community_id)
                    where c.id = k.campaign_id and k.member_id = :member
                    """).forgotten("""
                                    update coupon set withdrawn_at = now() where member_id = :member and withdrawn_at is null
                                    """).kept(TRADE),
                PersonalTable.of("coupon_gift").kept(TRADE),
                PersonalTable.of("coupon_use").copied("""
                    select u.order_id, u.amount_fen, u.state, u.changed_at from coupon_use u where u.member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("coupon_buyer").copied("""
                    select order_id from coupon_buyer where member_id = :member
                    """).kept(TRADE));
    }
}
