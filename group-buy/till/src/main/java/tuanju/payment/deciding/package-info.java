/** Operators, on a page and over REST: cases that wait, refunds that take long, and what was done about them. */
@org.jspecify.annotations.NullMarked
package tuanju.payment.deciding;
