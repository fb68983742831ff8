/**
 * An order's life: placed with its lines, discounts and what is due from it, confirmed, changed, closed, paid back, completed.
 * Every change of its status goes through here, is in the table of allowed transitions and leaves a line in its history.
 */
@org.springframework.modulith.NamedInterface("life")
@org.jspecify.annotations.NullMarked
package tuanju.order.life;
