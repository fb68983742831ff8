/**
 * Who brought whom, for operators to look at: what must never be holds payouts back by itself, what grew naturally is only said.
 * Nothing here is asked when anybody is paid.
 */
@org.jspecify.annotations.NullMarked
package tuanju.commission.watch;
