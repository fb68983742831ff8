/**
 * Paper and workbooks: what is printed of a cycle, how it is drawn, and what has changed since somebody printed it.
 */
@org.springframework.modulith.NamedInterface("printing")
@org.jspecify.annotations.NullMarked
package tuanju.pickup.printing;
