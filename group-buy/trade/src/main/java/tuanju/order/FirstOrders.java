package tuanju.order;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Who has bought here before. */
@Component
@RequiredArgsConstructor
public class FirstOrders {

    private final JdbcClient jdbc;

    /** Whether this member has an order here that was paid and not given back whole. */
    public boolean hasBought(MemberId member, CommunityId community) {
        return jdbc.sql("""
                        select exists (select from orders
                            where community_id = :community and buyer_id = :member
                                and status in ('PAID', 'CONFIRMED', 'COLLECTED', 'COMPLETED'))
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }
}
