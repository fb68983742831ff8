package tuanju.conduct;

import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * Something that somebody wrote, as it is now.
 *
 * @param kind of the module that keeps it: NOTE
 * @param title what it is called in lists
 * @param words all that is read of it
 * @param version of the words; 1 for what is never changed
 * @param page where it is read
 * @param hidden whether others do not read it, for the time being or because it was decided
 */
public record Thing(
        CommunityId community,
        String kind,
        Code code,
        MemberId author,
        String title,
        String words,
        int version,
        String page,
        boolean hidden) {}
