/**
 * What is passed on: the pages of an offer and of a team as whoever follows a link sees them, links and posters.
 */
@org.jspecify.annotations.NullMarked
package tuanju.teambuy.sharing;
