package tuanju.chain.settling;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.address.Door;
import tuanju.chain.reading.Guest;
import tuanju.chain.settling.TransferRows.Line;
import tuanju.chain.settling.TransferRows.Sent;
import tuanju.chain.settling.TransferView.Asked;
import tuanju.chain.settling.TransferView.Noted;
import tuanju.chain.transfer.Matching.Open;

/**
 * A text of transfers on its piles, as programs see it; each line with its number in the text.
 *
 * @param noted pays an order of this cycle
 * @param asked may pay one of its orders
 * @param elsewhere pays an order of another cycle
 * @param nobodys fits no order
 * @param twice says again what another line says
 * @param outgoing how many lines tell of money that went out
 * @param forgottenAt since when nothing here says who sent what, and only what pays an order is left; null while it does
 */
record TransferResource(
        UUID id,
        List<NotedTransfer> noted,
        List<AskedTransfer> asked,
        List<SentTransfer> elsewhere,
        List<SentTransfer> nobodys,
        List<TransferLineRead> twice,
        List<TransferLineRead> unreadable,
        int outgoing,
        @Nullable Instant forgottenAt) {

    /**
     * A transfer.
     *
     * @param when as far as the text says: 2026-11-28 12:01, 11-28 12:01, 12:01 or empty
     * @param known it came with an earlier text already
     */
    record SentTransfer(UUID id, int lineNumber, String from, long amountFen, String when, String note, boolean known) {

        static SentTransfer of(Line line, Sent sent) {
            return new SentTransfer(
                    sent.id(),
                    line.number(),
                    sent.from(),
                    sent.amount().fen(),
                    sent.when(),
                    sent.note(),
                    sent.isKnown());
        }
    }

    /** Somebody on the cycle's lists, by whose {@code id} an answer names them. */
    record PayingGuest(
            @Nullable UUID id,
            String name,
            @Nullable String lane,
            @Nullable String building,
            @Nullable String unit,
            @Nullable String room,
            @Nullable Long openFen) {

        static PayingGuest of(Open due) {
            return of(due.guest(), due.name(), due.door(), due.amount().fen());
        }

        static @Nullable PayingGuest of(@Nullable Guest guest) {
            return guest == null ? null : of(null, guest.name(), guest.door(), null);
        }

        private static PayingGuest of(@Nullable UUID id, String name, Door door, @Nullable Long openFen) {
            return new PayingGuest(
                    id,
                    name,
                    orNull(door.lane()),
                    orNull(door.building()),
                    orNull(door.unit()),
                    orNull(door.room()),
                    openFen);
        }
    }

    /** @param byHand the leader said so */
    record NotedTransfer(SentTransfer transfer, @Nullable PayingGuest guest, boolean byHand) {

        static NotedTransfer of(Noted noted) {
            return new NotedTransfer(
                    SentTransfer.of(noted.line(), noted.sent()), PayingGuest.of(noted.guest()), noted.byHand());
        }
    }

    /**
     * A transfer to be answered.
     *
     * @param choices orders of the same amount, the likely ones first
     * @param alike orders of another amount whose name is like the payer's
     */
    record AskedTransfer(SentTransfer transfer, List<PayingGuest> choices, List<PayingGuest> alike) {

        static AskedTransfer of(Asked asked) {
            return new AskedTransfer(
                    SentTransfer.of(asked.line(), asked.sent()),
                    asked.choices().stream().map(PayingGuest::of).toList(),
                    asked.alike().stream().map(PayingGuest::of).toList());
        }
    }

    /** @param reason why it cannot be used; null where it can */
    record TransferLineRead(
            int lineNumber, String line, @Nullable String reason) {

        static TransferLineRead of(Line line) {
            var why = line.why();
            return new TransferLineRead(
                    line.number(),
                    line.written(),
                    why == null ? null : why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    static TransferResource of(TransferView view) {
        return new TransferResource(
                view.id(),
                view.noted().stream().map(NotedTransfer::of).toList(),
                view.asked().stream().map(AskedTransfer::of).toList(),
                sent(view.elsewhere()),
                sent(view.nobodys()),
                view.twice().stream().map(TransferLineRead::of).toList(),
                view.unreadable().stream().map(TransferLineRead::of).toList(),
                view.outgoing(),
                view.forgotten());
    }

    private static List<SentTransfer> sent(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.sent().map(sent -> SentTransfer.of(line, sent)).stream())
                .toList();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
