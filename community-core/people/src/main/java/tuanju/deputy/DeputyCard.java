package tuanju.deputy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * Who stands in for which leader, with which rights, until when.
 *
 * @param expired whether the day has come, by the database's clock
 */
public record DeputyCard(
        UUID id,
        CommunityId community,
        MemberId leader,
        MemberId member,
        Set<Right> rights,
        Instant until,
        boolean expired) {

    public boolean may(Right right) {
        return rights.contains(right);
    }
}
