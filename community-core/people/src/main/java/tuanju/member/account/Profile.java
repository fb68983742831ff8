package tuanju.member.account;

import tuanju.member.Household;
import tuanju.member.MemberCard;

/** What a member sees of themselves. */
record Profile(MemberCard card, Household household, boolean hasPassword, boolean operator) {}
