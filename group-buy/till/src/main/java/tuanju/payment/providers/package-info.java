/**
 * What a provider is asked and what it may answer, whoever it is, and how the sandbox is spoken to.
 * Calls are made outside any transaction, a few at once, and one that does not answer is left alone for a while.
 */
@org.jspecify.annotations.NullMarked
package tuanju.payment.providers;
