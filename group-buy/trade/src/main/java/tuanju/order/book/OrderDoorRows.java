package tuanju.order.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.order.fulfilment.OrderPlaceRows;

/** Reads the doors of many orders from their own rows alone: no lines, no money. */
@Component
@RequiredArgsConstructor
class OrderDoorRows {

    private static final String DOORS = """
        select o.id, o.code, o.pickup_point_id, o.address_lane, o.address_building, o.address_unit, o.address_room,
            o.buyer_id, o.recipient_name, o.masked_phone
        from orders o where o.community_id = :community and
        """;

    private final JdbcClient jdbc;

    List<OrderDoor> ofSource(CommunityId community, UUID source) {
        return jdbc.sql(DOORS + OrderSheetRows.WILL_COME + " and o.source_id = :source")
                .param("community", community.value())
                .param("source", source)
                .query(OrderDoorRows::door)
                .list();
    }

    List<OrderDoor> atDeskOf(CommunityId community, MemberId leader) {
        return jdbc.sql(DOORS + OrderSheetRows.AT_DESK)
                .param("community", community.value())
                .param("leader", leader.value())
                .query(OrderDoorRows::door)
                .list();
    }

    private static OrderDoor door(ResultSet row, int number) throws SQLException {
        @Nullable UUID buyer = row.getObject("buyer_id", UUID.class);
        return new OrderDoor(
                new OrderId(row.getObject("id", UUID.class)),
                new Code(row.getString("code")),
                row.getObject("pickup_point_id", UUID.class),
                OrderPlaceRows.door(row, "address_"),
                buyer == null ? null : new MemberId(buyer),
                row.getString("recipient_name"),
                row.getString("masked_phone"));
    }
}
