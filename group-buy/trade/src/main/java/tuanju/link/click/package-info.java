/**
 * How often links are opened and by which recognised browsers, and what came of a link for who shares it: for this module, and for
 * whoever pays for what links bring.
 */
@org.springframework.modulith.NamedInterface("click")
@org.jspecify.annotations.NullMarked
package tuanju.link.click;
