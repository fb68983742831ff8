package tuanju.invite;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * That somebody's first order came by a link of another's.
 *
 * @param ofInvited the coupon of who came; null before, and where there was none left
 * @param ofInviter the coupon of who brought them; null also where they had as many as one may have that month
 */
record Invite(
        CommunityId community,
        MemberId invited,
        MemberId inviter,
        UUID order,
        UUID campaign,
        @Nullable UUID ofInvited,
        @Nullable UUID ofInviter) {}
