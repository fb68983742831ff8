package tuanju.chain.settling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.chain.transfer.ReadTransfers;
import tuanju.chain.transfer.Transfer;
import tuanju.command.Fingerprint;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** The tables of transfers: each is known once, whatever texts it stands in, and the lines of each text. */
@Component
@RequiredArgsConstructor
class TransferRows {

    private final JdbcClient jdbc;

    /**
     * A text of transfers that was pasted.
     *
     * @param forgotten since when nothing in it says who sent what; null while it does
     */
    record Pasted(
            UUID id,
            Instant at,
            int outgoing,
            int headings,
            @Nullable Instant forgotten) {}

    /**
     * A line of a text, with what was understood.
     *
     * @param why it cannot be used; null where it is a transfer
     */
    record Line(
            int number,
            String written,
            ReadTransfers.@Nullable Why why,
            @Nullable Sent transfer,
            @Nullable Use use) {

        Optional<Sent> sent() {
            return Optional.ofNullable(transfer);
        }
    }

    /**
     * A transfer.
     *
     * @param when as far as the line says
     * @param isKnown it came with an earlier text already
     */
    record Sent(UUID id, String from, Money amount, String when, String note, boolean isKnown) {}

    /** What a transfer was used for. */
    record Use(UUID cycle, UUID guest, boolean byHand) {}

    /** Nobody else pastes for this leader until the transaction ends. */
    void hold(MemberId leader) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('transfer ' || :leader, 0))")
                .param("leader", leader.toString())
                .query(locked -> {});
    }

    /** What is known of these transfers from earlier texts. */
    KnownTransfers known(CycleCard cycle, List<Transfer> transfers) {
        var likenesses =
                transfers.stream().map(it -> likeness(cycle, it)).distinct().toArray(String[]::new);
        var numbers = transfers.stream()
                .map(Transfer::number)
                .filter(number -> !number.isEmpty())
                .toArray(String[]::new);
        return new KnownTransfers(jdbc.sql("""
            select id, number, likeness, nth from transfer
            where community_id = :community and leader_id = :leader
              and (likeness = any(:likenesses) or number <> '' and number = any(:numbers))
            order by nth
            """)
                .param("community", cycle.community().value())
                .param("leader", cycle.leader().value())
                .param("likenesses", likenesses)
                .param("numbers", numbers)
                .query((row, number) -> new KnownTransfers.Row(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("likeness"),
                        row.getInt("nth")))
                .list());
    }

    /** What tells a transfer from others that have no number; without a day only among those of one cycle. */
    static String likeness(CycleCard cycle, Transfer transfer) {
        boolean dated = transfer.when().length() > "12:01".length();
        var minute = dated && transfer.when().startsWith("20") ? transfer.when().substring(5) : transfer.when();
        return Fingerprint.of(List.of(
                transfer.from(),
                Long.toString(transfer.amount().fen()),
                minute,
                dated ? "" : cycle.id().toString()));
    }

    List<Pasted> of(CycleCard cycle) {
        return jdbc.sql("""
            select id, pasted_at, outgoing, headings, forgotten_at from transfer_list
            where community_id = :community and cycle_id = :cycle
            order by pasted_at desc limit 20
            """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(TransferRows::pasted)
                .list();
    }

    Optional<Pasted> find(CycleCard cycle, UUID list) {
        return jdbc.sql("""
            select id, pasted_at, outgoing, headings, forgotten_at from transfer_list
            where community_id = :community and cycle_id = :cycle and id = :id
            """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("id", list)
                .query(TransferRows::pasted)
                .optional();
    }

    List<Line> lines(CycleCard cycle, UUID list) {
        return jdbc.sql("""
            select l.line_number, l.written, l.why, l.is_known, t.id, t.payer, t.amount_fen, t.said_at, t.note,
                u.cycle_id, u.guest_id, u.by_hand
            from transfer_line l
            left join transfer t on t.community_id = l.community_id and t.id = l.transfer_id
            left join transfer_use u
                on u.community_id = t.community_id and u.transfer_id = t.id and u.undone_at is null
            where l.community_id = :community and l.list_id = :list
            order by l.line_number
            """)
                .param("community", cycle.community().value())
                .param("list", list)
                .query(TransferRows::line)
                .list();
    }

    private static Pasted pasted(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime forgotten = row.getObject("forgotten_at", OffsetDateTime.class);
        return new Pasted(
                row.getObject("id", UUID.class),
                row.getObject("pasted_at", OffsetDateTime.class).toInstant(),
                row.getInt("outgoing"),
                row.getInt("headings"),
                forgotten == null ? null : forgotten.toInstant());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var why = row.getString("why");
        var transfer = row.getObject("id", UUID.class);
        var cycle = row.getObject("cycle_id", UUID.class);
        return new Line(
                row.getInt("line_number"),
                row.getString("written"),
                why == null ? null : ReadTransfers.Why.valueOf(why),
                transfer == null
                        ? null
                        : new Sent(
                                transfer,
                                row.getString("payer"),
                                Money.ofFen(row.getLong("amount_fen")),
                                row.getString("said_at"),
                                row.getString("note"),
                                row.getBoolean("is_known")),
                cycle == null
                        ? null
                        : new Use(cycle, row.getObject("guest_id", UUID.class), row.getBoolean("by_hand")));
    }
}
