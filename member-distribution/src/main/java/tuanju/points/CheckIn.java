package tuanju.points;

import java.time.LocalDate;

/**
 * A check-in (打卡).
 *
 * @param streak how many days in a row, with this one
 */
record CheckIn(LocalDate day, int streak, int points) {}
