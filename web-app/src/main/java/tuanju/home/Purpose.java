package tuanju.home;

/**
 * What somebody was about to do before they had to say who they are: it stays before their eyes.
 *
 * @param picture its address
 * @param price as it is read; empty where none can be said
 * @param says how it stands, and what comes next
 */
record Purpose(String picture, String title, String price, String says) {}
