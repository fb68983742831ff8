package tuanju.order;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.address.Door;
import tuanju.member.Contact;
import tuanju.member.Household;
import tuanju.member.MemberId;

/**
 * Who an order is for.
 *
 * @param member null for a guest known by name and phone only
 * @param phone the full number, for a logged reveal; kept inside the module
 * @param maskedPhone such as 138****0001
 */
public record Recipient(
        @Nullable MemberId member, String name, @Nullable String phone, String maskedPhone, Address address) {

    private static final Pattern MIDDLE = Pattern.compile("(?<=^.{3}).*(?=.{4}$)");

    /** A member who collects for themselves, as they can be reached now. */
    public static Recipient of(MemberId member, Contact contact) {
        return of(member, contact, Address.of(door(contact.household()), "profile"));
    }

    /** A member who said where they live when they ordered. */
    public static Recipient of(MemberId member, Contact contact, Address address) {
        var phone = contact.phone();
        return new Recipient(member, contact.name(), phone.digits(), phone.masked(), address);
    }

    /** Someone without an account here. */
    public static Recipient guest(String name, String phone, Address address) {
        return new Recipient(null, name, phone, masked(phone), address);
    }

    /** The door of a home as its member typed it. */
    public static Door door(Household home) {
        return Door.typed(home.lane(), home.building(), home.unit(), home.room());
    }

    private static String masked(String phone) {
        return phone.length() < 8 ? "****" : MIDDLE.matcher(phone).replaceFirst("****");
    }
}
