/**
 * What a leader writes before anybody orders: the form of a cycle and what programs send instead, drafts, the leader's
 * discount, the round that follows another. Here a cycle is opened.
 */
@org.springframework.modulith.NamedInterface("planning")
@org.jspecify.annotations.NullMarked
package tuanju.cycle.planning;
