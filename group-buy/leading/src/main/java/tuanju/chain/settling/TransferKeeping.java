package tuanju.chain.settling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.chain.transfer.ReadTransfers;
import tuanju.chain.transfer.ReadTransfers.Kind;
import tuanju.chain.transfer.Transfer;
import tuanju.cycle.CycleCard;
import tuanju.database.Ids;

/** Writes pasted texts of transfers down, each transfer once: as many statements for a thousand lines as for one. */
@Component
@RequiredArgsConstructor
class TransferKeeping {

    private final TransferRows rows;
    private final JdbcClient jdbc;

    /** A transfer that came for the first time, and what tells it from others from now on. */
    private record Fresh(Transfer transfer, KnownTransfers.Row row) {}

    /** A line of a text: a transfer, or why it is none. */
    private record NewLine(
            int number, String written, @Nullable UUID transfer, boolean isKnown, ReadTransfers.@Nullable Why why) {}

    /** Keeps a text with all its lines, and answers its id. */
    UUID keep(CycleCard cycle, ReadTransfers read) {
        var known = rows.known(cycle, read.transfers());
        var fresh = new ArrayList<Fresh>();
        var lines = new ArrayList<NewLine>();
        for (var transfer : read.transfers()) {
            var likeness = TransferRows.likeness(cycle, transfer);
            var before = known.find(transfer, likeness);
            var row = before.orElseGet(() -> known.fresh(Ids.next(), transfer, likeness));
            if (before.isEmpty()) {
                fresh.add(new Fresh(transfer, row));
            }
            lines.add(new NewLine(transfer.line(), transfer.written(), row.id(), before.isPresent(), null));
        }
        read.unreadable().forEach(it -> lines.add(new NewLine(it.line(), it.written(), null, false, it.why())));
        var list = list(cycle, read);
        transfers(cycle, fresh);
        lines(cycle, list, lines);
        return list;
    }

    private UUID list(CycleCard cycle, ReadTransfers read) {
        var id = Ids.next();
        jdbc.sql("""
            insert into transfer_list (community_id, id, cycle_id, leader_id, outgoing, headings)
            values (:community, :id, :cycle, :leader, :outgoing, :headings)
            """)
                .param("community", cycle.community().value())
                .param("id", id)
                .param("cycle", cycle.id())
                .param("leader", cycle.leader().value())
                .param("outgoing", count(read, Kind.OUTGOING))
                .param("headings", count(read, Kind.HEADING))
                .update();
        return id;
    }

    private static long count(ReadTransfers read, Kind kind) {
        return read.aside().stream().filter(line -> line.kind() == kind).count();
    }

    private void transfers(CycleCard cycle, List<Fresh> fresh) {
        jdbc.sql("""
            insert into transfer
                (community_id, id, leader_id, number, likeness, nth, payer, amount_fen, said_at, note)
            select :community, id, :leader, number, likeness, nth, payer, fen, said, note
            from unnest(:ids::uuid[], :numbers::text[], :likenesses::text[], :nths::int[], :payers::text[],
                :fen::bigint[], :said::text[], :notes::text[])
                as fresh (id, number, likeness, nth, payer, fen, said, note)
            """)
                .param("community", cycle.community().value())
                .param("leader", cycle.leader().value())
                .param("ids", column(fresh, it -> it.row().id()))
                .param("numbers", column(fresh, it -> it.row().number()))
                .param("likenesses", column(fresh, it -> it.row().likeness()))
                .param("nths", column(fresh, it -> it.row().nth()))
                .param("payers", column(fresh, it -> it.transfer().from()))
                .param("fen", column(fresh, it -> it.transfer().amount().fen()))
                .param("said", column(fresh, it -> it.transfer().when()))
                .param("notes", column(fresh, it -> it.transfer().note()))
                .update();
    }

    private void lines(CycleCard cycle, UUID list, List<NewLine> lines) {
        jdbc.sql("""
            insert into transfer_line (community_id, list_id, line_number, written, transfer_id, is_known, why)
            select :community, :list, number, written, transfer, known, why
            from unnest(:numbers::int[], :written::text[], :transfers::uuid[], :known::boolean[], :whys::text[])
                as line (number, written, transfer, known, why)
            """)
                .param("community", cycle.community().value())
                .param("list", list)
                .param("numbers", column(lines, NewLine::number))
                .param("written", column(lines, NewLine::written))
                .param("transfers", column(lines, NewLine::transfer))
                .param("known", column(lines, NewLine::isKnown))
                .param("whys", column(lines, NewLine::why))
                .update();
    }

    /** What all rows have in one column, as text that the database reads as what the column is. */
    private static <R> @Nullable String[] column(List<R> rows, Function<R, @Nullable Object> what) {
        return rows.stream().map(row -> Objects.toString(what.apply(row), null)).toArray(String[]::new);
    }
}
