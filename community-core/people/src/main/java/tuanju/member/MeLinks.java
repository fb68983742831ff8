package tuanju.member;

import java.util.List;

/** Further entries of a member's own page, brought by the modules above: leading, orders, and so on. */
public interface MeLinks {

    /** The entries for this member, in the order shown. */
    List<MeLink> of(SignedIn me);

    /**
     * One entry of a member's own page.
     *
     * @param titleKey message key of its title
     * @param textKey message key of one line that says what is there
     * @param href where it leads
     * @param icon name of its icon
     */
    record MeLink(String titleKey, String textKey, String href, String icon) {}
}
