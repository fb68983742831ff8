package tuanju.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintCard.About;
import tuanju.complaint.ComplaintCard.Turn;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** How complaints are read: their columns, and whose turn it is. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class ComplaintSql {

    private static final String COLUMNS = """
         community_id, id, order_id, order_code, product_name, spec, kind, pieces, asked_fen, note, picture,
            reported_by, by_buyer, reported_at, status, given_fen, by_leader, decided_at, answer, leader_word,
            status = 'WAITING' and %1$s as with_leader
        """;
    /** A leader who lets a complaint lie loses the word about it. */
    public static final String WITH_LEADER = "with_leader and reported_at > now() - make_interval(secs => :turn)";

    private final JdbcClient jdbc;
    private final ComplaintSettings settings;

    StatementSpec select(String where) {
        return turned("select" + columns() + "from complaint " + where);
    }

    StatementSpec returning(String change) {
        return turned(change + " returning" + columns());
    }

    StatementSpec oldest(String where) {
        return turned("select min(reported_at) from complaint where " + where);
    }

    StatementSpec count(String where) {
        return turned("select count(*) from complaint where " + where);
    }

    /** What {@link #card} reads. */
    public static String columns() {
        return COLUMNS.formatted(WITH_LEADER);
    }

    private StatementSpec turned(String sql) {
        return jdbc.sql(sql).param("turn", (double) settings.leaderTurn().toSeconds());
    }

    public static ComplaintCard card(ResultSet row, int number) throws SQLException {
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
                row.getString("answer"),
                new Turn(row.getBoolean("with_leader"), row.getString("leader_word")));
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
