package tuanju.memberday;

import tuanju.command.Refusal;

/** Holds a lower price against the law before it is kept; implemented above, where the law is. */
public interface PriceLaw {

    /**
     * So much less than the usual price may be asked.
     *
     * @throws Refusal where it may not: which rule, which law, and what would be fine instead
     */
    void mustBeLegal(int basisPoints);
}
