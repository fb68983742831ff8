package tuanju.storefront;

import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * A leader's own page (小店) in a community.
 *
 * @param headline one line under the name; may be empty
 * @param introduction in the leader's own words; may be empty
 */
record Storefront(CommunityId community, MemberId leader, Code code, String headline, String introduction) {

    /** What a leader writes about themselves. */
    record Words(String headline, String introduction) {

        static final int LONGEST_HEADLINE = 40;
        static final int LONGEST_INTRODUCTION = 300;
    }

    public String path() {
        return "/l/" + code.value();
    }
}
