/**
 * How a member comes by a seat: what they ask for at the checkout or by program, the order that is drafted for it, the seat
 * that one statement claims in a team, or the team that is opened with it.
 */
@org.springframework.modulith.NamedInterface("joining")
@org.jspecify.annotations.NullMarked
package tuanju.teambuy.joining;
