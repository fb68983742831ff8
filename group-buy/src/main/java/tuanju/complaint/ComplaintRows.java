package tuanju.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintCard.About;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** The rows of complaints. */
@Component
@RequiredArgsConstructor
class ComplaintRows {

    private static final String COLUMNS = """
            select community_id, id, order_id, order_code, product_name, spec, kind, pieces, asked_fen, note, picture,
                reported_by, by_buyer, reported_at, status, given_fen, by_leader, decided_at, answer
            from complaint
            """;

    private final JdbcClient jdbc;

    /** A new complaint: in which community, about what, of which cycle or team, and who reports it. */
    record New(
            CommunityId community,
            UUID id,
            About about,
            @Nullable UUID source,
            Reporter reporter) {}

    /** Who reports it: its buyer, or who stands at the desk. */
    record Reporter(MemberId member, boolean buyer) {}

    /** What is decided: zero declines. */
    record Decision(Money given, String answer, MemberId by) {}

    /** Notes it, unless its buyer waits for an answer about the same goods already. */
    boolean insert(New complaint, boolean byLeader) {
        var about = complaint.about();
        return jdbc.sql("""
                        insert into complaint (community_id, id, order_id, order_code, source_id, product_name, spec, kind,
                            pieces, asked_fen, note, picture, reported_by, by_buyer, status, given_fen, by_leader, decided_by,
                            decided_at)
                        values (:community, :id, :order, :code, :source, :name, :spec, :kind, :pieces, :asked, :note, :picture,
                            :reporter, :byBuyer, :status, :given, :byLeader, :decidedBy,
                            case when :byLeader then clock_timestamp() end)
                        on conflict (community_id, order_id, product_name, spec) where by_buyer and status = 'WAITING'
                        do nothing
                        """)
                        .param("community", complaint.community().value())
                        .param("id", complaint.id())
                        .param("order", about.order())
                        .param("code", about.orderCode())
                        .param("source", complaint.source())
                        .param("name", about.productName())
                        .param("spec", about.spec())
                        .param("kind", about.kind().name())
                        .param("pieces", about.pieces())
                        .param("asked", about.asked().fen())
                        .param("note", about.note())
                        .param("picture", about.picture())
                        .param("reporter", complaint.reporter().member().value())
                        .param("byBuyer", complaint.reporter().buyer())
                        .param("status", (byLeader ? ComplaintStatus.GIVEN : ComplaintStatus.WAITING).name())
                        .param("given", byLeader ? about.asked().fen() : 0)
                        .param("byLeader", byLeader)
                        .param(
                                "decidedBy",
                                byLeader ? complaint.reporter().member().value() : null)
                        .update()
                == 1;
    }

    /** Decides it if it still waits; who decides at the same moment comes second and gets nothing. */
    Optional<ComplaintCard> decide(CommunityId community, UUID id, Decision decision) {
        return jdbc.sql("""
                        update complaint set status = :status, given_fen = :given, answer = :answer, decided_by = :by,
                            decided_at = clock_timestamp()
                        where community_id = :community and id = :id and status = 'WAITING'
                        returning community_id, id, order_id, order_code, product_name, spec, kind, pieces, asked_fen,
                            note, picture, reported_by, by_buyer, reported_at, status, given_fen, by_leader, decided_at,
                            answer
                        """)
                .param("status", (decision.given().isZero() ? ComplaintStatus.DECLINED : ComplaintStatus.GIVEN).name())
                .param("given", decision.given().fen())
                .param("answer", decision.answer())
                .param("by", decision.by().value())
                .param("community", community.value())
                .param("id", id)
                .query(ComplaintRows::card)
                .optional();
    }

    Optional<ComplaintCard> one(CommunityId community, UUID id) {
        return jdbc.sql(COLUMNS + "where community_id = :community and id = :id")
                .param("community", community.value())
                .param("id", id)
                .query(ComplaintRows::card)
                .optional();
    }

    List<ComplaintCard> ofOrders(CommunityId community, Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + "where community_id = :community and order_id in (:orders) order by id")
                .param("community", community.value())
                .param("orders", orders)
                .query(ComplaintRows::card)
                .list();
    }

    List<ComplaintCard> ofSource(CommunityId community, UUID source) {
        return jdbc.sql(COLUMNS + "where community_id = :community and source_id = :source order by id")
                .param("community", community.value())
                .param("source", source)
                .query(ComplaintRows::card)
                .list();
    }

    /** Of all communities: those that wait, the oldest first, or those decided, the newest first. */
    List<ComplaintCard> page(boolean waiting, @Nullable UUID after, int most) {
        var where = waiting
                ? "where status = 'WAITING' and (cast(:after as uuid) is null or id > :after) order by id"
                : "where status <> 'WAITING' and (cast(:after as uuid) is null or id < :after) order by id desc";
        return jdbc.sql(COLUMNS + where + " limit :most")
                .param("after", after)
                .param("most", most)
                .query(ComplaintRows::card)
                .list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from complaint where status = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    private static ComplaintCard card(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new ComplaintCard(
                row.getObject("id", UUID.class),
                new CommunityId(row.getObject("community_id", UUID.class)),
                about(row),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                new MemberId(row.getObject("reported_by", UUID.class)),
                row.getBoolean("by_buyer"),
                ComplaintStatus.valueOf(row.getString("status")),
                Money.ofFen(row.getLong("given_fen")),
                row.getBoolean("by_leader"),
                decided == null ? null : decided.toInstant(),
                row.getString("answer"));
    }

    private static About about(ResultSet row) throws SQLException {
        @Nullable String picture = row.getString("picture");
        return new About(
                row.getObject("order_id", UUID.class),
                row.getString("order_code"),
                row.getString("product_name"),
                row.getString("spec"),
                ComplaintKind.valueOf(row.getString("kind")),
                row.getInt("pieces"),
                Money.ofFen(row.getLong("asked_fen")),
                row.getString("note"),
                picture);
    }
}
