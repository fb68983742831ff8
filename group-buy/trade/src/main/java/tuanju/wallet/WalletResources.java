package tuanju.wallet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.payment.CreditRefunds;

/** A member's own credit over the API; amounts in fen. */
@RestController
@RequiredArgsConstructor
class WalletResources {

    private static final String HERE = "/api/v1/communities/{code}/wallet";

    private final WalletBook book;
    private final PayingOut payingOut;
    private final Wishes wishes;
    private final Communities communities;
    private final Commands commands;

    /** Credit that came (more than nothing) or went, and the order it is about. */
    record Item(Instant at, LotRows.Move reason, String order, long amountFen) {}

    /** Credit that was asked back, and how that stands. */
    record Payout(UUID id, long amountFen, CreditRefunds.Standing state) {}

    /** Newest first; lockedFen is set aside for orders, next is to be sent as "after" and null at the end. */
    record Shown(
            long balanceFen,
            long lockedFen,
            boolean keepsDifferences,
            List<Item> items,
            List<Payout> payouts,
            @Nullable UUID next) {}

    record PayoutWish(@Nullable Long amountFen) {}

    /** Whether what goes back of orders stays as credit. */
    record KeepingWish(@Nullable Boolean keeps) {

        boolean said() {
            if (keeps == null) {
                throw new Invalid("keeps", "field-missing");
            }
            return keeps;
        }
    }

    /** What there is, whether differences stay, and everything that moved it. */
    @GetMapping(HERE)
    Shown wallet(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID after) {
        var wallet = book.of(community(code), me.member(), after);
        return new Shown(
                wallet.balance().fen(),
                wallet.locked().fen(),
                wallet.keeps(),
                wallet.items().stream()
                        .map(it -> new Item(
                                it.at(),
                                it.reason(),
                                it.order().value(),
                                it.amount().fen()))
                        .toList(),
                wallet.payouts().stream().map(WalletResources::payout).toList(),
                wallet.next());
    }

    /** It goes back to the payments it came from, the longest paid first. */
    @PostMapping(HERE + "/payouts")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Payout> payOut(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestBody PayoutWish wish,
            CommandKey key) {
        var community = community(code);
        if (wish.amountFen() == null || wish.amountFen() <= 0) {
            throw new Invalid("amountFen", "payout-of-something");
        }
        var amount = Money.ofFen(wish.amountFen());
        return commands.once(key.with(wish), Payout.class, () -> {
                    var id = payingOut.payOut(community.id(), me.member(), amount);
                    return payout(book.payout(community.id(), me.member(), id));
                })
                .with(HttpStatus.CREATED);
    }

    /** For all orders there of which nothing else is said; from the next difference on. */
    @PutMapping(HERE + "/keeping")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prefer(@AuthenticationPrincipal SignedIn me, @PathVariable String code, @RequestBody KeepingWish wish) {
        wishes.prefer(me.member(), community(code).id(), wish.said());
    }

    /** For one order, before what is said for all. */
    @PutMapping("/api/v1/orders/{code}/keeping")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void wish(@AuthenticationPrincipal SignedIn me, @PathVariable String code, @RequestBody KeepingWish wish) {
        wishes.wish(me.member(), Code.read(code), wish.said());
    }

    private CommunityCard community(String code) {
        return communities.find(code).orElseThrow(NotFound::new);
    }

    private static Payout payout(Wallet.Payout payout) {
        return new Payout(payout.id(), payout.amount().fen(), payout.state());
    }
}
