/**
 * What a leader offers: the form of an offer, its draft, changing and ending it.
 */
@org.springframework.modulith.NamedInterface("offering")
@org.jspecify.annotations.NullMarked
package tuanju.teambuy.offering;
