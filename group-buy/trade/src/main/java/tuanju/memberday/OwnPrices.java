package tuanju.memberday;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Percentage;

/** What one member pays less for a while, for whoever gives or sells them that. Of it and a member day the lower price holds. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class OwnPrices {

    private final JdbcClient jdbc;

    /**
     * A price of one's own.
     *
     * @param id of what it is given for
     * @param less from 1 to 30 %
     * @param leader in whose cycles alone it holds; null in all, and for who buys alone
     */
    public record OwnPrice(
            CommunityId community,
            UUID id,
            MemberId member,
            Percentage less,
            @Nullable MemberId leader,
            Instant begins,
            Instant ends) {}

    /** Holds from when it begins; the same once more changes nothing. */
    public void give(OwnPrice price) {
        jdbc.sql("""
            insert into own_price (community_id, id, member_id, basis_points, leader_id, begins, ends)
            values (:community, :id, :member, :less, :leader, :begins, :ends) on conflict do nothing
            """)
                .param("community", price.community().value())
                .param("id", price.id())
                .param("member", price.member().value())
                .param("less", price.less().basisPoints())
                .param("leader", price.leader() == null ? null : price.leader().value())
                .param("begins", price.begins().atOffset(ZoneOffset.UTC))
                .param("ends", price.ends().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One that has not begun holds from then until then instead. */
    public void move(CommunityId community, UUID id, Instant begins, Instant ends) {
        jdbc.sql("""
            update own_price set begins = :begins, ends = :ends where community_id = :community and id = :id and begins > now()
            """)
                .param("begins", begins.atOffset(ZoneOffset.UTC))
                .param("ends", ends.atOffset(ZoneOffset.UTC))
                .param("community", community.value())
                .param("id", id)
                .update();
    }

    /** Holds no longer; orders that were placed keep their price. */
    public void end(CommunityId community, UUID id) {
        jdbc.sql("""
            update own_price set ends = greatest(begins, now()) where community_id = :community and id = :id and ends > now()
            """).param("community", community.value()).param("id", id).update();
    }
}
