/**
 * By which accounts at providers members pay, as far as a provider tells: a hash, for 90 days.
 */
@org.springframework.modulith.NamedInterface("payers")
@org.jspecify.annotations.NullMarked
package tuanju.payment.payers;
