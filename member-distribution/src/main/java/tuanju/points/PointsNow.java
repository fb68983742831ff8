package tuanju.points;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.money.Money;

/**
 * A member's points in one community at this moment.
 *
 * @param balance what pays a part of an order now
 * @param pending what will, of orders handed over less than a week ago
 * @param held what is set aside for orders that wait for their money
 * @param debt what is worked off by the next ones
 * @param lots what is left, what ends first, first
 */
record PointsNow(
        CommunityCard community,
        Terms terms,
        int balance,
        int pending,
        int held,
        int debt,
        List<Left> lots,
        List<Item> items,
        @Nullable String next) {

    /** What ends at one time; usableFrom lies ahead where it cannot be spent yet. */
    record Left(int left, Instant usableFrom, Instant endsAt) {}

    /**
     * One thing that happened.
     *
     * @param points that came, or below zero that went, or were owed
     * @param order of which; null where it was none, or is gone
     */
    record Item(
            UUID id, Entry.Kind kind, int points, @Nullable Code order, Instant at) {

        public String signed() {
            return (points > 0 ? "+" : "−") + Math.abs(points);
        }
    }

    public Money worth() {
        return Money.ofFen(balance);
    }

    /** Whether there is nothing to show yet. */
    public boolean isEmpty() {
        return items.isEmpty() && lots.isEmpty();
    }
}
