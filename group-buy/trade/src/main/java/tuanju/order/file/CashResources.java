package tuanju.order.file;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.member.SignedIn;

/** Cash and transfers of a leader's orders for programs. Others find nothing here. */
@RestController
@RequestMapping("/api/v1/cash")
@RequiredArgsConstructor
class CashResources {

    private static final int LONGEST_NOTE = 200;

    private final Cash cash;
    private final Commands commands;

    /** What is expected of buyers, and what their leader hands back. */
    record CashDues(List<CashDue> expected, List<CashDue> toPayBack) {}

    /**
     * Money of one order.
     *
     * @param code the payment's or the refund's
     * @param countsAt from when on a receipt counts and cannot be taken back; null while there is none
     */
    record CashDue(
            String code,
            String order,
            String name,
            String door,
            String title,
            long amountFen,
            Instant since,
            @Nullable Instant countsAt) {
        static CashDue of(Cash.Due due) {
            return new CashDue(
                    due.code(),
                    due.order(),
                    due.recipient(),
                    due.door(),
                    due.title(),
                    due.amount().fen(),
                    due.since(),
                    due.countsAt());
        }
    }

    /**
     * All of a payment came.
     *
     * @param payment its code
     * @param amountFen what came; anything but what is due is refused
     */
    record CashReceipt(
            String payment, long amountFen, @Nullable String note) {}

    /** Handed back. */
    record CashPayback(@Nullable String note) {}

    @GetMapping
    CashDues dues(@AuthenticationPrincipal SignedIn me) {
        return new CashDues(
                cash.expected(me.member()).stream().map(CashDue::of).toList(),
                cash.toPayBack(me.member()).stream().map(CashDue::of).toList());
    }

    @PostMapping("/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CashDue> take(
            @AuthenticationPrincipal SignedIn me, @RequestBody CashReceipt receipt, CommandKey key) {
        var answer = commands.once(key.with(receipt), CashDue.class, () -> {
            cash.take(me.member(), receipt.payment(), receipt.amountFen(), words(receipt.note()));
            return receipt(me, receipt.payment());
        });
        var response = ResponseEntity.created(URI.create("/api/v1/cash/receipts/" + receipt.payment()));
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }

    @GetMapping("/receipts/{payment}")
    CashDue receipt(@AuthenticationPrincipal SignedIn me, @PathVariable String payment) {
        return cash.expected(me.member()).stream()
                .filter(it -> it.code().equals(payment) && it.isTaken())
                .map(CashDue::of)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Takes a receipt back before it counts; 409 after that. */
    @DeleteMapping("/receipts/{payment}")
    ResponseEntity<Void> takeBack(@AuthenticationPrincipal SignedIn me, @PathVariable String payment) {
        cash.takeBack(me.member(), payment);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/refunds/{refund}")
    ResponseEntity<Void> paidBack(
            @AuthenticationPrincipal SignedIn me, @PathVariable String refund, @RequestBody CashPayback payback) {
        cash.paidBack(me.member(), refund, words(payback.note()));
        return ResponseEntity.noContent().build();
    }

    private static String words(@Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new Invalid("note", "cash-note", LONGEST_NOTE);
        }
        return note == null ? "" : note.strip();
    }
}
