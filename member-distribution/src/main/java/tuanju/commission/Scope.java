package tuanju.commission;

/** What a rule is about, the most specific first. */
enum Scope {
    /** One referrer. */
    PERSON,
    PRODUCT,
    /** Products of one category. */
    CATEGORY,
    /** Referrers with so many completed orders of their own bringing. */
    REFERRAL_TIER,
    /** Everybody here. */
    COMMUNITY
}
