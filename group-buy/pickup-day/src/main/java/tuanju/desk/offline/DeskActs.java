package tuanju.desk.offline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.desk.offline.DeskAct.Settled;
import tuanju.member.MemberId;

/** The acts that phones have told, each once. */
@Component
@RequiredArgsConstructor
class DeskActs {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    /** Whose act it is: ids are made by phones, so two people may come to the same. */
    record Teller(CommunityId community, MemberId member) {}

    /** What became of this act; who tells the same act at the same moment waits until it is decided. */
    Optional<Settled> claim(Teller teller, UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('desk_act ' || :member || :id, 0))")
                .param("member", teller.member().value().toString())
                .param("id", id.toString())
                .query(rows -> {});
        return find(teller, id);
    }

    Optional<Settled> find(Teller teller, UUID id) {
        return jdbc.sql("""
                        select id, kind, order_code, takes_back, outcome, reason, handover_id from desk_act
                        where community_id = :community and member_id = :member and id = :id
                        """)
                .param("community", teller.community().value())
                .param("member", teller.member().value())
                .param("id", id)
                .query((row, number) -> settled(row))
                .optional();
    }

    void keep(Teller teller, Settled settled) {
        var act = settled.act();
        var said = said(act.at());
        jdbc.sql("""
                        insert into desk_act (community_id, member_id, id, kind, order_code, takes_back, said_at, outcome,
                            reason, handover_id)
                        values (:community, :member, :id, :kind, :order, :takesBack, :said, :outcome, :reason, :handover)
                        on conflict do nothing
                        """)
                .param("community", teller.community().value())
                .param("member", teller.member().value())
                .param("id", act.id())
                .param("kind", act.kind().name())
                .param("order", act.order())
                .param("takesBack", act.kind() == DeskAct.Kind.UNDO ? act.takesBack() : null)
                .param("said", said)
                .param("outcome", settled.outcome().name())
                .param("reason", settled.reason())
                .param("handover", settled.handover())
                .update();
    }

    /** A clock that is centuries off says nothing worth noting. */
    private static @Nullable OffsetDateTime said(@Nullable Instant at) {
        return at == null || at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Settled settled(ResultSet row) throws SQLException {
        @Nullable UUID takesBack = row.getObject("takes_back", UUID.class);
        @Nullable String reason = row.getString("reason");
        @Nullable UUID handover = row.getObject("handover_id", UUID.class);
        var act = new DeskAct(
                row.getObject("id", UUID.class),
                DeskAct.Kind.valueOf(row.getString("kind")),
                row.getString("order_code"),
                takesBack,
                null,
                null,
                null);
        return new Settled(act, DeskAct.Outcome.valueOf(row.getString("outcome")), reason, handover);
    }
}
