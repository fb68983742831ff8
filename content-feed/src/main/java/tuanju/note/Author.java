package tuanju.note;

import tuanju.member.MemberCard;

/**
 * Somebody who writes, as readers meet them: by the name they chose, which is said where they write.
 *
 * @param code by which their page is found
 */
public record Author(String code, MemberCard card) {

    public String name() {
        return card.name();
    }

    /** Their page. */
    public String path() {
        return "/people/" + code;
    }
}
