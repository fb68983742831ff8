package tuanju.insight;

/**
 * Something that is wrong or waiting, with the page where it is put right.
 *
 * @param name its message key's last part
 * @param number how many, or how much
 * @param grave true for what costs money or trust now, false for what waits for a decision
 */
record Alarm(String name, String number, String next, boolean grave) {}
