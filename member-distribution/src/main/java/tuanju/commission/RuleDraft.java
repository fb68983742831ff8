package tuanju.commission;

import org.jspecify.annotations.Nullable;

/**
 * A rule as a program or a form says it, before anything of it is believed.
 *
 * @param community its short code; may be left out where the subject says it: a product's or a community's own
 * @param scope person, product, category, referralTier or community
 * @param subject a phone, a product's id, a category, 10 or 50; of a community its short code or nothing
 * @param basisPoints 800 are 8 %
 */
record RuleDraft(
        @Nullable String community,
        @Nullable String scope,
        @Nullable String subject,
        @Nullable Integer basisPoints) {}
