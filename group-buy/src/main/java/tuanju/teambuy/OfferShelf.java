package tuanju.teambuy;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityId;

/** The offers of a community as operators look through them. */
@Component
@RequiredArgsConstructor
class OfferShelf {

    private final OfferRows rows;
    private final JdbcClient jdbc;

    /**
     * Offers, newest first.
     *
     * @param status null for any
     * @param after the last offer of the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public List<OfferCard> offers(
            CommunityId community, @Nullable OfferStatus status, @Nullable Code after, int limit) {
        return rows.some(community, status, after, limit);
    }

    @Transactional(readOnly = true)
    public int count(CommunityId community, @Nullable OfferStatus status) {
        return jdbc.sql("""
            select count(*) from team_offer
            where community_id = :community and (cast(:status as text) is null or status = :status)
            """)
                .param("community", community.value())
                .param("status", status == null ? null : status.name())
                .query(Integer.class)
                .single();
    }
}
