package tuanju.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;
import tuanju.picture.PictureRef;

/**
 * A place where people collect what they bought (自提点).
 *
 * @param area what anyone may read: 3号门旁
 * @param address the exact door, for people with an order there
 * @param instructions how to find it or ring, for the same people; may be empty
 * @param leader who hands over here
 * @param open whether new orders may choose it
 * @param photo what the place looks like, for people with an order there; null without
 */
public record PickupPointCard(
        UUID id,
        CommunityId community,
        String name,
        String area,
        String address,
        String hours,
        String instructions,
        MemberId leader,
        boolean open,
        @Nullable PictureRef photo) {

    /** From a row in which the database's {@code pickup_point_card} was asked; null where there is no such point. */
    public static @Nullable PickupPointCard read(CommunityId community, ResultSet row) throws SQLException {
        @Nullable UUID id = row.getObject("point_id", UUID.class);
        if (id == null) {
            return null;
        }
        @Nullable String photo = row.getString("point_photo");
        return new PickupPointCard(
                id,
                community,
                row.getString("point_name"),
                row.getString("point_area"),
                row.getString("point_address"),
                row.getString("point_hours"),
                row.getString("point_instructions"),
                new MemberId(row.getObject("point_leader", UUID.class)),
                row.getBoolean("point_open"),
                photo == null ? null : new PictureRef(photo));
    }
}
