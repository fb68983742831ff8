package tuanju.member;

/**
 * What others see of a member.
 *
 * @param name the name they chose, for people who handle their order (leader, operator) and themselves
 * @param publicName the same name masked for strangers, such as 李＊
 * @param maskedPhone such as 138****0001; never the full number
 * @param hue 0–359, the colour of the generated avatar
 */
public record MemberCard(MemberId id, String name, String publicName, String maskedPhone, int hue) {

    /** The one character shown inside the generated avatar. */
    public String initial() {
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
