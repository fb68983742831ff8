/**
 * Journeys: people walking through the whole program in a real browser. Every test extends {@link tuanju.journeys.Journey},
 * which starts the program with its demo community; a {@link tuanju.journeys.Walker} is one person with one browser.
 * Pictures of the way are kept in target/journeys.
 */
@NullMarked
package tuanju.journeys;

import org.jspecify.annotations.NullMarked;
