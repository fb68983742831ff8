package tuanju.order.file;

import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** For operators over REST: that an order's cash or transfer came to its leader, or did not after all. */
@RestController
@RequestMapping("/api/v1/operator/orders/{code}/receipts")
@RequiredArgsConstructor
class CashOnFileResources {

    private final CashOnFile cash;
    private final OrderBook book;
    private final Communities communities;
    private final Commands commands;

    /**
     * What an order's buyer gives its leader by hand.
     *
     * @param dueFen what may be noted as having come, or was and does not count yet; zero where nothing is due in cash
     * @param countsAt when what was noted counts; null where nothing was, or where it counts already
     * @param noted whether who asks may take back what was noted
     */
    record Receipts(long dueFen, @Nullable Instant countsAt, boolean noted) {}

    /**
     * All of it came.
     *
     * @param amountFen what came; anything but what is due is refused
     */
    record Wanted(long amountFen) {}

    @GetMapping
    Receipts due(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var order = order(code);
        var open = cash.of(home(code), order);
        var countsAt = open.map(CashOnFile.Open::countsAt).orElse(null);
        boolean noted = countsAt != null
                || !cash.noted(home(code), order.id(), me.member()).isEmpty();
        return new Receipts(open.map(it -> it.amount().fen()).orElse(0L), countsAt, noted);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipts> take(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Wanted came, CommandKey key) {
        var order = order(code);
        var answer = commands.once(key.with(came), String.class, () -> {
            cash.take(me.member(), home(code), order, came.amountFen());
            return order.code().value();
        });
        return answer.createdAt("/api/v1/operator/orders/" + order.code().value() + "/receipts", due(me, code));
    }

    /** It did not come after all; 409 once it counts. */
    @DeleteMapping
    ResponseEntity<Void> takeBack(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        cash.takeBack(me.member(), home(code), order(code));
        return ResponseEntity.noContent().build();
    }

    private OrderSheet order(Code code) {
        return book.sheet(home(code), code);
    }

    private CommunityId home(Code code) {
        return communities.of(code).id();
    }
}
