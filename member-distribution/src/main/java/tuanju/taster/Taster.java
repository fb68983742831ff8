package tuanju.taster;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * Who looks after a category of a community.
 *
 * @param mostAMonth new finds
 * @param ended null while they do
 */
record Taster(
        CommunityId community,
        UUID id,
        Code code,
        MemberId member,
        String category,
        int mostAMonth,
        Instant appointed,
        @Nullable Instant ended) {

    static final String ABOVE = "/tasters/";
    static final int MOST_A_MONTH = 20;

    public String path() {
        return ABOVE + code;
    }

    public boolean isActive() {
        return ended == null;
    }
}
