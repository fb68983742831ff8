package tuanju.insight;

/**
 * Something that is wrong or waiting, with the page where it is put right.
 *
 * @param sentence its message key
 * @param step the message key of the next step
 * @param number how many, or how much
 * @param grave true for what costs money or trust now, false for what waits for a decision
 */
record Alarm(String sentence, String step, String number, String next, boolean grave) {}
