/**
 * Who runs the platform, with the second factor that they owe, and what they do for accounts: give a parked one back to
 * its owner.
 */
@org.jspecify.annotations.NullMarked
package tuanju.member.operators;
