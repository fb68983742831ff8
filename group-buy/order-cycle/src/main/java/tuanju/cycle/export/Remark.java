package tuanju.cycle.export;

import tuanju.address.Attention;

/**
 * One thing said about a line.
 *
 * @param kind its sentence is {@code cycle.flag.<kind>}
 * @param evidence the characters or figures it is about
 */
public record Remark(String kind, Attention attention, String evidence) {}
