/**
 * Understanding chain lists (接龙): the text of a chat becomes orders, changes, lines to ask about and lines of no concern.
 * Every line that is not blank lands on exactly one of the four piles; what could be read in two ways is not guessed.
 * Pure Java, no database, no Spring; time grows with the length of the text.
 */
@org.jspecify.annotations.NullMarked
package tuanju.chain.reading;
