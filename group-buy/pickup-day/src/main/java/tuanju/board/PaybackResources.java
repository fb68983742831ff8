package tuanju.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.aftersale.OwedByHand;
import tuanju.order.aftersale.OwedByHand.Debt;
import tuanju.order.aftersale.OwedByHand.Why;
import tuanju.order.aftersale.PaidBackByHand;
import tuanju.order.aftersale.PaidBackByHand.How;
import tuanju.order.aftersale.PayingBackByHand;

/** What a leader must give back by hand and what they have, for programs of the cycle's leader. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}/paybacks")
class PaybackResources {

    private final OrderCycles cycles;
    private final OwedByHand owed;
    private final PayingBackByHand paying;
    private final Paybacks paybacks;
    private final Commands commands;
    private final TransactionOperations transaction;

    /** Who is owed what, and what was given back. Phones are masked. */
    record PaybackList(long owedFen, List<OwedBack> owed, long paidBackFen, List<PaidBack> paidBack) {}

    /** One guest and one reason. */
    record OwedBack(String order, String name, String door, String phone, Why why, long amountFen) {
        static OwedBack of(Debt debt) {
            var to = debt.to();
            return new OwedBack(
                    debt.code().value(),
                    to.recipient(),
                    to.door(),
                    to.maskedPhone(),
                    debt.why(),
                    to.amount().fen());
        }
    }

    /** What was given back, as the leader says. */
    record PaidBack(
            UUID id,
            String order,
            String name,
            String door,
            Why why,
            long amountFen,
            How how,
            LocalDate on,
            String note,
            Instant noted) {
        static PaidBack of(PaidBackByHand it) {
            return new PaidBack(
                    it.id(),
                    it.order().value(),
                    it.recipient(),
                    it.door(),
                    it.why(),
                    it.amount().fen(),
                    it.how(),
                    it.on(),
                    it.note(),
                    it.noted());
        }
    }

    @GetMapping
    PaybackList list(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return list(cycles.ledBy(me.member(), code));
    }

    /** Ticks one off; the answer is the list as it stands then. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PaybackList> note(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody Paybacks.Wanted wanted,
            CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        var said = paybacks.read(cycle, wanted);
        return commands.once(key.with(wanted), PaybackList.class, () -> {
                    paying.note(Paybacks.led(cycle), said);
                    return list(cycle);
                })
                .with(HttpStatus.CREATED);
    }

    @DeleteMapping("/{id}")
    PaybackList undo(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID id) {
        var cycle = cycles.ledBy(me.member(), code);
        transaction.executeWithoutResult(status -> paying.undo(Paybacks.led(cycle), id));
        return list(cycle);
    }

    private PaybackList list(CycleCard cycle) {
        var debts = owed.ofCycle(cycle.community(), cycle.id());
        var done = paying.of(cycle.community(), cycle.id());
        var paid = done.stream().map(PaidBackByHand::amount).reduce(Money.ZERO, Money::plus);
        return new PaybackList(
                debts.inAll().fen(),
                debts.debts().stream().map(OwedBack::of).toList(),
                paid.fen(),
                done.stream().map(PaidBack::of).toList());
    }
}
