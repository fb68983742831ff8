package tuanju.member;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How to reach a member: for the snapshot inside their own order, never for a page. */
public record Contact(String name, Phone phone, Household household) {

    /** From a row in which the database's {@code contact_of} has answered. */
    public static Contact read(ResultSet row) throws SQLException {
        return new Contact(
                row.getString("contact_name"),
                new Phone(row.getString("contact_phone")),
                new Household(
                        row.getString("contact_lane"),
                        row.getString("contact_building"),
                        row.getString("contact_unit"),
                        row.getString("contact_room")));
    }
}
