package tuanju.command;

import java.time.Duration;

/**
 * How many commands of a kind one person may have done within a time; what was refused, and a repeat, counts for nothing.
 *
 * @param kind what is counted together, such as "order"
 */
public record Pace(String kind, int most, Duration within) {}
