package tuanju.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.fulfilment.HandedPieces;

/** What was handed over in parts and stands; what was undone stays in the table and out of the answers. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class HandoverParts {

    private final JdbcClient jdbc;

    public UUID note(CommunityId community, UUID order, HandedPieces pieces, MemberId by) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into handover_part (community_id, id, order_id, product_name, spec, pieces, handed_by)
                        values (:community, :id, :order, :name, :spec, :pieces, :by)
                        """)
                .param("community", community.value())
                .param("id", id)
                .param("order", order)
                .param("name", pieces.productName())
                .param("spec", pieces.spec())
                .param("pieces", pieces.pieces())
                .param("by", by.value())
                .update();
        return id;
    }

    /** Takes it back, once; answers what it was. */
    public Optional<PartNote> undo(CommunityId community, UUID order, UUID part, MemberId by) {
        return jdbc.sql("""
                        update handover_part set undone_by = :by, undone_at = clock_timestamp()
                        where community_id = :community and id = :id and order_id = :order and undone_at is null
                        returning id, order_id, product_name, spec, pieces, handed_by, handed_at
                        """)
                .param("by", by.value())
                .param("community", community.value())
                .param("id", part)
                .param("order", order)
                .query(HandoverParts::note)
                .optional();
    }

    /** What of these orders was handed over in parts, by order, oldest first. */
    public Map<UUID, List<PartNote>> of(CommunityId community, Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select id, order_id, product_name, spec, pieces, handed_by, handed_at from handover_part
                        where community_id = :community and order_id in (:orders) and undone_at is null
                        order by id
                        """)
                .param("community", community.value())
                .param("orders", orders)
                .query(HandoverParts::note)
                .list()
                .stream()
                .collect(Collectors.groupingBy(PartNote::order));
    }

    private static PartNote note(ResultSet row, int number) throws SQLException {
        return new PartNote(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                new HandedPieces(row.getString("product_name"), row.getString("spec"), row.getInt("pieces")),
                new MemberId(row.getObject("handed_by", UUID.class)),
                row.getObject("handed_at", OffsetDateTime.class).toInstant());
    }
}
