package tuanju.upkeep;

/**
 * Money on its way back, in numbers.
 *
 * @param waiting refunds that their provider has not confirmed
 * @param slow those among them asked for more than an hour ago
 * @param cases money that a person must place
 */
record Refunding(int waiting, int slow, int cases) {}
