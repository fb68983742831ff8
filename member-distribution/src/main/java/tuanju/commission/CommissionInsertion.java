package tuanju.commission;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tuanju.member.MemberId;

/** Writes a commission down with its lines. */
@Component
@RequiredArgsConstructor
class CommissionInsertion {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    /** A commission to be, of a sale to this buyer. */
    record New(Commission what, MemberId buyer, int feePoints, List<UUID> lineIds) {}

    private record NewLine(
            UUID id, int position, String title, String scope, String called, int points, int fee, long base) {}

    /** Once for an order; twice is once. */
    void insert(New made) {
        var what = made.what();
        int inserted = jdbc.sql("""
            insert into commission (community_id, order_id, order_code, referrer_id, buyer_id, link_code, state, reason, review,
                placed_at, fen)
            values (:community, :order, :code, :referrer, :buyer, :link, :state, :reason, :review, :placed, :fen)
            on conflict do nothing
            """)
                .param("community", what.community().value())
                .param("order", what.order().value())
                .param("code", what.code().value())
                .param("referrer", what.referrer().value())
                .param("buyer", made.buyer().value())
                .param("link", what.link().value())
                .param("state", what.state().name())
                .param("reason", what.reason())
                .param("review", what.review() == null ? null : what.review().name())
                .param("placed", what.placed().atOffset(ZoneOffset.UTC))
                .param("fen", what.amount().fen())
                .update();
        if (inserted == 1) {
            lines(made);
        }
    }

    private void lines(New made) {
        var what = made.what();
        var rows = IntStream.range(0, what.lines().size())
                .mapToObj(at -> row(made, at))
                .toList();
        jdbc.sql("""
            insert into commission_line (community_id, order_id, line_id, position, title, scope, called, basis_points, fee_points,
                base_fen, kept_fen)
            select :community, :order, id, position, title, scope, called, points, fee, base, base
            from jsonb_to_recordset(:lines::jsonb) as l (id uuid, position smallint, title text, scope text, called text,
                points int, fee int, base bigint)
            """)
                .param("community", what.community().value())
                .param("order", what.order().value())
                .param("lines", JSON.writeValueAsString(rows))
                .update();
    }

    private static NewLine row(New made, int at) {
        var line = made.what().lines().get(at);
        return new NewLine(
                made.lineIds().get(at),
                line.position(),
                line.title(),
                line.rule().scope().name(),
                line.rule().called(),
                line.rule().basisPoints(),
                made.feePoints(),
                line.base().fen());
    }
}
