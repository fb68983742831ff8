package tuanju.chain.reading;

/**
 * One line of a chain list that is not blank.
 *
 * @param number counted from 1, blank lines included
 * @param written as it stands in the text
 */
public record ChainLine(int number, String written) {}
