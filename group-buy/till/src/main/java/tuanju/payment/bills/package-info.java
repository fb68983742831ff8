/**
 * What providers say each day that they did for us (对账单), held line by line against captures, refunds and transfers.
 * Whatever differs becomes a case before a person; a bill is compared once, and one that does not come is asked for again.
 */
@org.jspecify.annotations.NullMarked
package tuanju.payment.bills;
