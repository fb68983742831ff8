package tuanju.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a bag goes, as far as it could be understood.
 *
 * @param text the address as it was written
 * @param room a number, or 别墅 where the whole building is one household
 */
public record Address(
        String text,
        @Nullable AddressPart lane,
        @Nullable AddressPart building,
        @Nullable AddressPart unit,
        @Nullable AddressPart room,
        List<AddressFlag> flags) {

    public static final String VILLA = "别墅";

    public Address {
        flags = List.copyOf(flags);
    }

    /** The same address with the door the leader has put in; nothing is left to look at. */
    public Address corrected(Door door) {
        var kept = door.lane().isEmpty() ? lane : byLeader(door.lane());
        return new Address(
                text, kept, byLeader(door.building()), byLeader(door.unit()), byLeader(door.room()), List.of());
    }

    public Attention attention() {
        return flags.stream().map(AddressFlag::attention).reduce(Attention.MATCHED, Attention::worst);
    }

    public boolean has(AddressFlag.Kind kind) {
        return flags.stream().anyMatch(flag -> flag.kind() == kind);
    }

    /** The door it names, as far as it does. */
    public Door door() {
        return new Door(value(lane), value(building), value(unit), value(room));
    }

    private static String value(@Nullable AddressPart part) {
        return part == null ? "" : part.value();
    }

    private static @Nullable AddressPart byLeader(String part) {
        return part.isEmpty() ? null : new AddressPart(part, AddressOrigin.LEADER);
    }
}
