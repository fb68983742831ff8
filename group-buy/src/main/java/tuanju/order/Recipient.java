package tuanju.order;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;

/**
 * Who an order is for.
 *
 * @param member null for a guest known by name and phone only
 * @param phone the full number where the order itself brought one (an import); kept inside the module
 * @param maskedPhone such as 138****0001
 */
public record Recipient(
        @Nullable MemberId member, String name, @Nullable String phone, String maskedPhone, Address address) {

    private static final Pattern MIDDLE = Pattern.compile("(?<=^.{3}).*(?=.{4}$)");

    /** A member who collects for themselves. */
    public static Recipient of(MemberCard member, Address address) {
        return new Recipient(member.id(), member.name(), null, member.maskedPhone(), address);
    }

    /** Someone without an account here. */
    public static Recipient guest(String name, String phone, Address address) {
        return new Recipient(null, name, phone, masked(phone), address);
    }

    private static String masked(String phone) {
        return phone.length() < 8 ? "****" : MIDDLE.matcher(phone).replaceFirst("****");
    }
}
