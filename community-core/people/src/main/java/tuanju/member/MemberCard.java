package tuanju.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others see of a member.
 *
 * @param name the name they chose, for people who handle their order (leader, operator) and themselves
 * @param publicName the same name masked for strangers, such as 李＊
 * @param maskedPhone such as 138****0001; never the full number
 * @param hue 0–359, the colour of the generated avatar
 */
public record MemberCard(MemberId id, String name, String publicName, String maskedPhone, int hue) {

    static MemberCard of(MemberId id, String name, @Nullable Phone phone, int hue) {
        var mask = name.substring(0, name.offsetByCodePoints(0, 1)) + "＊";
        return new MemberCard(id, name, mask, phone == null ? "" : phone.masked(), hue);
    }

    /** A page shows many of them and changes none, so that no entity is needed. */
    static MemberCard read(ResultSet row, int number) throws SQLException {
        @Nullable String phone = row.getString("phone");
        return of(
                new MemberId(row.getObject("id", UUID.class)),
                row.getString("name"),
                phone == null ? null : new Phone(phone),
                row.getInt("hue"));
    }

    /** The one character shown inside the generated avatar. */
    public String initial() {
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
