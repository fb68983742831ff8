/**
 * Money that leaves for people who earned it: booked and queued in the transaction that decides it, then sent to a provider
 * until it says how it ended. The code of a transfer never changes; one that got no answer is asked about, not sent again.
 */
@org.springframework.modulith.NamedInterface("transfers")
@org.jspecify.annotations.NullMarked
package tuanju.payment.transfers;
