package tuanju.redemption;

import java.util.UUID;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * Goods that are had for points.
 *
 * @param leader who put them there
 * @param point where they are fetched
 * @param points what one costs
 * @param stock how many are left
 * @param ended whether nobody has one any more
 */
public record PointsGoods(
        CommunityId community,
        UUID id,
        Code code,
        MemberId leader,
        UUID point,
        String title,
        String detail,
        int points,
        int stock,
        boolean ended) {

    static final int MOST_POINTS = 100_000;
    static final int MOST_PIECES = 9_999;

    /** Whether somebody can have one now. */
    public boolean isThere() {
        return !ended && stock > 0;
    }
}
