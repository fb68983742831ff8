/**
 * Referrers (推荐人): members who accepted a community's terms and may earn by buyers that their own links brought, and the law that
 * every way of paying for that, and all that buyers are given, is held against.
 * Nobody pays, buys, recruits or waits to become one; what somebody brought is worth something by the sale alone.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Referral",
        allowedDependencies = {"money", "memberday", "member", "community", "command", "page", "database", "invariant"})
@org.jspecify.annotations.NullMarked
package tuanju.referral;
