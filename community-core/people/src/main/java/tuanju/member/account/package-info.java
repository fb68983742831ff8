/**
 * What somebody keeps of themselves: name, household, password, a copy of all that is known of them, and the account's end.
 */
@org.jspecify.annotations.NullMarked
package tuanju.member.account;
