package tuanju.order.book;

import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Where somebody orders. */
@Component
@RequiredArgsConstructor
public class OrderHomes {

    private final JdbcClient jdbc;

    /** The communities this member has ordered in. */
    public Set<CommunityId> of(MemberId buyer) {
        return jdbc.sql("select distinct community_id from orders where buyer_id = ?")
                .param(buyer.value())
                .query((row, number) -> new CommunityId(row.getObject("community_id", UUID.class)))
                .set();
    }
}
