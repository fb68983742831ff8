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
        @Nullable AddressPart room,
        List<AddressFlag> flags) {

    public static final String VILLA = "别墅";

    public Address {
        flags = List.copyOf(flags);
    }

    /** The door a member typed into fields of their own. */
    public static Address ofMember(String building, String room) {
        return by(AddressOrigin.MEMBER, "", null, new String[] {building, room});
    }

    /** The same address with the door the leader has put in; nothing is left to look at. */
    public Address corrected(String building, String room) {
        return by(AddressOrigin.LEADER, text, lane, new String[] {building, room});
    }

    public Attention attention() {
        return flags.stream().map(AddressFlag::attention).reduce(Attention.MATCHED, Attention::worst);
    }

    public boolean has(AddressFlag.Kind kind) {
        return flags.stream().anyMatch(flag -> flag.kind() == kind);
    }

    /** Building and room as neighbours say them: 86-801, 29-别墅, 86, or empty. */
    public String door() {
        if (building == null) {
            return room == null ? "" : room.value();
        }
        return room == null ? building.value() : building.value() + "-" + room.value();
    }

    private static Address by(AddressOrigin origin, String text, @Nullable AddressPart lane, String[] door) {
        return new Address(text, lane, part(door[0], origin), part(door[1], origin), List.of());
    }

    private static @Nullable AddressPart part(String typed, AddressOrigin origin) {
        var value = Glyphs.plain(typed).text().strip().replaceAll("(号楼|号|栋|幢|座|室|房)$", "");
        return value.isEmpty() ? null : new AddressPart(value, origin);
    }
}
