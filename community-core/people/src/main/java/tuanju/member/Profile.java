package tuanju.member;

/** What a member sees of themselves. */
record Profile(MemberCard card, Household household, boolean hasPassword, boolean operator) {}
