package tuanju.search;

/**
 * A part of a text.
 *
 * @param hit whether it is what was looked for
 */
record Marked(String text, boolean hit) {}
