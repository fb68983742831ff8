package tuanju.plan;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Plans that a member took, and those that a leader made; what was paid ends before an account is closed. */
@Component
@RequiredArgsConstructor
class PersonalPlans implements PersonalData {

    private static final String TRADE =
            "a trade record: three years (E-Commerce Law, Art. 31); names its member by an id alone";

    private final JdbcClient jdbc;

    @Override
    public String called() {
        return "plan";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("plan").copied("""
                    select code, title, price_fen, made_at, ended_at from plan where made_by = :member
                    """).forgotten("""
                                    update plan set ended_at = now() where leader_id = :member and ended_at is null
                                    """).kept(TRADE),
                PersonalTable.of("plan_subscription").copied("""
                    select code, title, price_fen, status, starts_at, ends_at, over_at, refund_fen
                    from plan_subscription where member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("plan_coupon").kept(TRADE));
    }

    @Override
    public List<String> unfinished(MemberId member) {
        boolean has = jdbc.sql("""
            select exists (select from plan_subscription
                where member_id = :member and status in ('PLACED', 'NEXT', 'RUNNING'))
            """)
                .param("member", member.value())
                .query(Boolean.class)
                .single();
        return has ? List.of("plan.closing.running") : List.of();
    }
}
