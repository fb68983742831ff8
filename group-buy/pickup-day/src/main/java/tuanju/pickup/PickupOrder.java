package tuanju.pickup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.address.Door;
import tuanju.order.dues.Dues;

/**
 * One order to be handed over, as its snapshot says. Names and phones are masked already.
 *
 * @param person who ordered, as no mask can say: two of the same surname and the same last four digits differ here
 * @param note what the buyer wrote for the leader; phone numbers in it are masked
 * @param dues where the money it costs is
 * @param collectedAt null until it was handed over
 */
public record PickupOrder(
        UUID id,
        String code,
        String pickupCode,
        Door door,
        String name,
        String maskedPhone,
        UUID person,
        String note,
        @Nullable Instant collectedAt,
        Point point,
        Slot slot,
        Dues dues,
        List<PickupLine> lines) {

    /** The pickup point it is collected at. */
    public record Point(UUID id, String name) {}

    /**
     * Of what it is a part, and when it is collected.
     *
     * @param source the cycle or team; null for what was bought alone
     * @param from null while it is not known
     */
    public record Slot(
            @Nullable UUID source,
            @Nullable Instant from,
            @Nullable Instant until) {}

    public PickupOrder {
        lines = List.copyOf(lines);
    }

    public boolean collected() {
        return collectedAt != null;
    }

    /** The same as if nobody had handed it over. */
    public PickupOrder waiting() {
        return new PickupOrder(
                id, code, pickupCode, door, name, maskedPhone, person, note, null, point, slot, dues, lines);
    }

    public CheckSum sum() {
        return CheckSum.of(lines);
    }
}
