package tuanju.link;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * A link.
 *
 * @param channel where it is handed on, in their own words; may be empty
 * @param withdrawn when it stopped to count; null while it counts
 */
record LinkCard(
        CommunityId community,
        UUID id,
        Code code,
        MemberId sharer,
        Target target,
        String channel,
        Instant made,
        @Nullable Instant withdrawn) {}
